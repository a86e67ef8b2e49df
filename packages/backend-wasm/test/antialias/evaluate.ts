import type { PaddingMode } from '@cropgrad/core';
import type { SampleCase } from '../sample-case.js';

/** What a call under antialias is asked besides. */
export type AntialiasAttrs = SampleCase['attrs'] & { antialias: number; cubicCoefficient: number };

/** The weight of every pixel of an axis, and of what is outside. */
interface AxisWeights {
  pixels: Float64Array;
  outside: number;
}

/**
 * The weights of one output along an axis of `length` pixels, straight from the rule: `x` is its centre and `size` how many
 * pixels it is large.
 */
export function axisWeights(x: number, size: number, length: number, attrs: AntialiasAttrs): AxisWeights {
  const pixels = new Float64Array(length);
  const nothing = { pixels, outside: 1 };
  if (!Number.isFinite(x)) return nothing;
  const cut = Math.max(0, Math.min(x + size / 2, length - 0.5) - Math.max(x - size / 2, -0.5));
  const coverage = attrs.paddingMode === 'zeros' ? cut / size : 1;
  if (coverage <= 0) return nothing;
  const centre = pad(x, length, attrs.paddingMode, attrs.alignCorners);
  const [kernel, radius] = attrs.mode === 'bicubic' ? [keys(attrs.cubicCoefficient), 2] : [tent, 1];
  const widened = attrs.antialias * size;
  const periods = attrs.paddingMode === 'wrap' ? Math.ceil((radius * widened) / length) + 1 : 0;
  let total = 0;
  for (let k = 0; k < length; k++) {
    for (let period = -periods; period <= periods; period++) {
      pixels[k] += kernel(Math.abs(k + period * length - centre) / widened);
    }
    total += pixels[k];
  }
  if (total === 0) return nothing;
  return { pixels: pixels.map((weight) => (coverage * weight) / total), outside: 1 - coverage };
}

const tent = (d: number): number => Math.max(0, 1 - d);

const keys =
  (a: number) =>
  (d: number): number => {
    if (d <= 1) return (a + 2) * d ** 3 - (a + 3) * d ** 2 + 1;
    return d < 2 ? a * (d ** 3 - 5 * d ** 2 + 8 * d - 4) : 0;
  };

function pad(x: number, length: number, paddingMode: PaddingMode, alignCorners: boolean): number {
  if (paddingMode === 'border') return Math.min(Math.max(x, -0.5), length - 0.5);
  if (paddingMode === 'wrap') return x - length * Math.floor(x / length);
  if (paddingMode === 'zeros') return x;
  const [low, span] = alignCorners ? [0, length - 1] : [-0.5, length];
  if (span === 0) return 0;
  const m = Math.abs(x - low) % (2 * span);
  return low + (m < span ? m : 2 * span - m);
}

/** Where the outputs of a theta lie on each axis of the image, x first, and how large they are there. */
interface Place {
  x: number[];
  size: number[];
}

/** The place of output `at`, its indices x first, by a theta that is affine, or square and in perspective. */
function placeOf(
  theta: ArrayLike<number>,
  at: readonly number[],
  lengths: readonly number[],
  attrs: AntialiasAttrs,
): Place {
  const axes = lengths.length;
  const outputs = [...attrs.size].reverse();
  const nowhere = { x: lengths.map(() => Number.NaN), size: lengths.map(() => 1) };
  if (!Array.from(theta).every(Number.isFinite)) return nowhere;
  const row = (r: number): number[] => Array.from({ length: axes + 1 }, (_, k) => theta[r * (axes + 1) + k]);
  const apart = outputs.map((n) => (attrs.alignCorners ? (n > 1 ? 2 / (n - 1) : 0) : 2 / n));
  const base = at.map((i, k) =>
    apart[k] === 0 ? 0 : attrs.alignCorners ? i * apart[k] - 1 : (i + 0.5) * apart[k] - 1,
  );
  const dot = (entries: number[]): number => entries.reduce((sum, e, k) => sum + e * (k < axes ? base[k] : 1), 0);
  const last = theta.length > axes * (axes + 1) ? row(axes) : [...lengths.map(() => 0), 1];
  const w = dot(last);
  if (!(w * (last[axes] < 0 ? -1 : 1) > 0)) return nowhere;
  const place: Place = { x: [], size: [] };
  lengths.forEach((length, axis) => {
    const extent = attrs.alignCorners ? length - 1 : length;
    const at = dot(row(axis)) / w;
    place.x.push(((at + 1) * extent - (attrs.alignCorners ? 0 : 1)) / 2);
    const perOutput = apart.map((step, k) => ((row(axis)[k] - at * last[k]) / w) * (extent / 2) * step);
    place.size.push(Math.max(1, Math.hypot(...perOutput)));
  });
  return place;
}

/** A call as the evaluation takes it: a theta, an image and the options. */
export interface AntialiasCall {
  attrs: AntialiasAttrs;
  image: ArrayLike<number>;
  theta: ArrayLike<number>;
  crops: number;
}

/** The weights of each output of a crop, axis by axis, x first. */
function* outputsOf({ attrs, theta, crops }: AntialiasCall, crop: number) {
  const entries = theta.length / crops;
  const own = Array.from(theta).slice(crop * entries, (crop + 1) * entries);
  const lengths = spatialOf(attrs).reverse();
  const outputs = [...attrs.size].reverse();
  const points = outputs.reduce((product, n) => product * n);
  for (let p = 0; p < points; p++) {
    let rest = p;
    const at = outputs.map((n) => {
      const i = rest % n;
      rest = (rest - i) / n;
      return i;
    });
    const { x, size } = placeOf(own, at, lengths, attrs);
    const finite = x.every((place) => Math.abs(place) <= 3.4028234663852886e38);
    yield { p, axes: lengths.map((length, k) => axisWeights(finite ? x[k] : Number.NaN, size[k], length, attrs)) };
  }
}

function spatialOf({ imageShape, dataFormat }: AntialiasAttrs): number[] {
  return dataFormat === 'NHWC' ? imageShape.slice(1, -1) : imageShape.slice(2);
}

/** Calls back with each pixel that an output reads, counted along the spatial axes, and its weight. */
function forEachTap(axes: readonly AxisWeights[], tap: (pixel: number, weight: number) => void): void {
  const walk = (axis: number, pixel: number, weight: number): void => {
    if (weight === 0) return;
    if (axis < 0) tap(pixel, weight);
    else
      for (const [k, w] of axes[axis].pixels.entries())
        walk(axis - 1, pixel * axes[axis].pixels.length + k, weight * w);
  };
  walk(axes.length - 1, 0, 1);
}

/** Where an element of one image or crop of so many points is. */
function indexOf(attrs: AntialiasAttrs, n: number, point: number, channel: number, points: number): number {
  const channels = attrs.imageShape[attrs.dataFormat === 'NHWC' ? attrs.imageShape.length - 1 : 1];
  return n * channels * points + (attrs.dataFormat === 'NHWC' ? point * channels + channel : channel * points + point);
}

function each(
  call: AntialiasCall,
  visit: (
    crop: number,
    channel: number,
    axes: readonly AxisWeights[],
    output: number,
    pixel: (p: number) => number,
  ) => void,
): void {
  const { attrs } = call;
  const channels = attrs.imageShape[attrs.dataFormat === 'NHWC' ? attrs.imageShape.length - 1 : 1];
  const pixels = spatialOf(attrs).reduce((product, n) => product * n);
  const points = attrs.size.reduce((product, n) => product * n);
  for (let crop = 0; crop < call.crops; crop++) {
    for (const { p, axes } of outputsOf(call, crop)) {
      for (let c = 0; c < channels; c++) {
        visit(crop, c, axes, indexOf(attrs, crop, p, c, points), (pixel) =>
          indexOf(attrs, attrs.imageIndex[crop], pixel, c, pixels),
        );
      }
    }
  }
}

/** The crops, in float64. */
export function evaluate(call: AntialiasCall): Float64Array {
  const { attrs, image } = call;
  const channels = attrs.imageShape[attrs.dataFormat === 'NHWC' ? attrs.imageShape.length - 1 : 1];
  const crops = new Float64Array(call.crops * attrs.size.reduce((product, n) => product * n) * channels);
  each(call, (_crop, _channel, axes, output, pixel) => {
    const outside = 1 - axes.reduce((product, axis) => product * (1 - axis.outside), 1);
    let value = outside === 0 ? 0 : outside * attrs.fillValue;
    if (outside < 1) forEachTap(axes, (p, weight) => (value += weight * image[pixel(p)]));
    crops[output] = value;
  });
  return crops;
}

/** Σ dy · crops: what the gradients are those of. */
export function loss(call: AntialiasCall, dy: ArrayLike<number>): number {
  return evaluate(call).reduce((sum, value, k) => sum + value * dy[k], 0);
}

/** The gradient by the image, in float64. */
export function evaluateGradImage(call: AntialiasCall, dy: ArrayLike<number>): Float64Array {
  const dimage = new Float64Array(call.attrs.imageShape.reduce((product, n) => product * n));
  each(call, (_crop, _channel, axes, output, pixel) => {
    forEachTap(axes, (p, weight) => (dimage[pixel(p)] += weight * dy[output]));
  });
  return dimage;
}

/** The gradient by theta, by central differences. */
export function differencesByTheta(call: AntialiasCall, dy: ArrayLike<number>, step = 1e-6): Float64Array {
  const theta = Float64Array.from(call.theta);
  return theta.map((entry, k) => {
    const at = (moved: number): number => loss({ ...call, theta: theta.with(k, moved) }, dy);
    return (at(entry + step) - at(entry - step)) / (2 * step);
  });
}
