import type { AffineImageGradientAttrs, AffineSampleAttrs } from '@cropgrad/core/backend';
import { baseAxes } from './affine-grid.js';
import { forEachAffineRow } from './affine-rows.js';
import { columnsToCells } from './box-row.js';
import { computeRowTaps } from './free-row.js';
import { gatherBlendedRow } from './gather-blended-row.js';
import { gatherCells } from './gather-cells.js';
import { gatherRgbColumns } from './gather-rgb-columns.js';
import { gatherRow } from './gather-row.js';
import { cropsShape, type ImageArray, layoutOf } from './layout.js';
import { scatterBlendedRow } from './scatter-blended-row.js';
import { scatterCells } from './scatter-cells.js';
import { scatterRgbColumns } from './scatter-rgb-columns.js';
import { scatterRow } from './scatter-row.js';
import { slopeBlendedRow } from './slope-blended-row.js';
import { slopeCells } from './slope-cells.js';
import { slopeRgbColumns } from './slope-rgb-columns.js';
import { createRowGradient, slopeRow } from './slope-row.js';
import { sumPerImage } from './sum-per-image.js';
import { addThetaGradient } from './theta-gradient.js';

/** Samples an image [N,H,W,C] or volume (laid out as `dataFormat` says) through one theta per crop, with no grid. */
export function affineSample(
  image: ImageArray,
  imageShape: readonly number[],
  theta: Float32Array,
  attrs: AffineSampleAttrs,
): Float32Array {
  const { fillValue, dataFormat } = attrs;
  const shape = cropsShape(imageShape, attrs.imageIndex.length, attrs.size, dataFormat);
  const crops = new Float32Array(shape.reduce((product, length) => product * length));
  // Points that read nothing of the image may be left out.
  if (fillValue !== 0) crops.fill(fillValue);
  const from = layoutOf(imageShape, dataFormat);
  const to = layoutOf(shape, dataFormat);
  forEachAffineRow(theta, from, to, attrs, true, ({ blend, box, cells, free, taps, point, imageAt, cropAt }) => {
    if (blend) return gatherBlendedRow(crops, cropAt, to, image, imageAt, from, taps, blend, fillValue);
    if (box) gatherRgbColumns(crops, cropAt, image, imageAt, from.yStride, box);
    if (cells) gatherCells(crops, cropAt, to, image, imageAt, from, cells);
    if (free) computeRowTaps(free, from, attrs);
    gatherRow(crops, cropAt, to, image, imageAt, from, taps, point, fillValue);
  });
  return crops;
}

/** The gradient of {@link affineSample} by the image, from dy laid out like the crops. */
export function affineSampleGradImage(
  dy: Float32Array,
  dyShape: readonly number[],
  theta: Float32Array,
  attrs: AffineImageGradientAttrs,
): Float32Array {
  const to = layoutOf(attrs.imageShape, attrs.dataFormat);
  const from = layoutOf(dyShape, attrs.dataFormat);
  return sumPerImage(attrs, from, (sums) => {
    forEachAffineRow(theta, to, from, attrs, true, ({ blend, box, cells, free, taps, point, cropAt, n }) => {
      const dimage = sums[attrs.imageIndex[n]];
      if (blend) return scatterBlendedRow(dimage, to, dy, cropAt, from, taps, blend);
      if (box) {
        if (dimage instanceof Float64Array) columnsToCells(box);
        else scatterRgbColumns(dimage, to.yStride, dy, cropAt, box);
      }
      if (cells) scatterCells(dimage, to, dy, cropAt, from, cells);
      if (free) computeRowTaps(free, to, attrs);
      scatterRow(dimage, to, dy, cropAt, from, taps, point);
    });
  });
}

/** The gradient of {@link affineSample} by theta: all entries, also those that are 0 in an axis-aligned theta. */
export function affineSampleGradTheta(
  dy: Float32Array,
  dyShape: readonly number[],
  image: ImageArray,
  imageShape: readonly number[],
  theta: Float32Array,
  attrs: AffineSampleAttrs,
): Float32Array {
  const { fillValue, dataFormat, size, alignCorners } = attrs;
  const dimensions = size.length;
  const entries = dimensions * (dimensions + 1);
  const sums = new Float64Array(theta.length);
  const imageLayout = layoutOf(imageShape, dataFormat);
  const dyLayout = layoutOf(dyShape, dataFormat);
  const { u, v, w } = baseAxes(size, alignCorners);
  const gradient = createRowGradient(dyLayout.width, dimensions);
  // For slopes, rows would be blended once per axis.
  forEachAffineRow(
    theta,
    imageLayout,
    dyLayout,
    attrs,
    false,
    ({ blend, box, cells, free, taps, imageAt, cropAt, n, i, k }) => {
      const of = sums.subarray(n * entries, (n + 1) * entries);
      if (blend) {
        slopeBlendedRow(gradient, dy, cropAt, dyLayout, image, imageAt, imageLayout, taps, blend, fillValue);
      } else {
        if (box) slopeRgbColumns(of, dy, cropAt, image, imageAt, imageLayout, box, alignCorners, u, v[i]);
        if (free) computeRowTaps(free, imageLayout, attrs);
        if (taps.count === 0 && !cells?.count) return;
        gradient.values.fill(0);
        if (cells) slopeCells(gradient, dy, cropAt, dyLayout, image, imageAt, imageLayout, cells, alignCorners);
        slopeRow(gradient, dy, cropAt, dyLayout, image, imageAt, imageLayout, taps, fillValue);
      }
      addThetaGradient(of, gradient, u, v[i], w[k]);
    },
  );
  return Float32Array.from(sums);
}
