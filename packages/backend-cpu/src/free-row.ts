import type { SampleAttrs } from '@cropgrad/core';
import { computeAxisTaps } from './axis-taps.js';
import type { Layout } from './layout.js';
import { createPointTaps, createRowTaps, type PointTaps, type RowTaps } from './row-taps.js';

/**
 * A row of output points, each anywhere in the image, by its pixel coordinates. Points are taken off it by the loops
 * for the interior (`interior-*.ts`); those that are left get taps, and go the general way.
 */
export interface FreeRow {
  /** Pixel coordinates of the first `taps.count` entries; whole rows are written by {@link fillRow}. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  taps: RowTaps;
  /** Room for the product taps of a point. */
  point: PointTaps;
  dimensions: number;
  /** Whether the loops for the interior apply: bilinear sampling of an image. */
  bilinear: boolean;
}

/** Room for a row of points. */
export function createFreeRow(width: number, mode: SampleAttrs['mode'], dimensions: number): FreeRow {
  const taps = createRowTaps(width, mode, dimensions);
  return {
    x: new Float64Array(width),
    y: new Float64Array(width),
    z: new Float64Array(width),
    taps,
    point: createPointTaps(taps),
    dimensions,
    bilinear: dimensions === 2 && mode === 'bilinear',
  };
}

/** Puts all points of the row back on it, before or after their coordinates are written. */
export function fillRow({ taps }: FreeRow, width: number): void {
  taps.count = width;
  for (let j = 0; j < width; j++) taps.point[j] = j;
}

/** Computes the taps of the points on the row; their coordinates are used up. */
export function computeRowTaps({ x, y, z, taps, dimensions }: FreeRow, image: Layout, attrs: SampleAttrs): void {
  computeAxisTaps(taps.x, x, taps.count, image.width, attrs);
  computeAxisTaps(taps.y, y, taps.count, image.height, attrs);
  if (dimensions === 3) computeAxisTaps(taps.z, z, taps.count, image.depth, attrs);
}
