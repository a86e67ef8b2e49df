import type { Mode } from '@cropgrad/core';
import type { SampleAttrs } from '@cropgrad/core/backend';
import { cubic, cubicSlope, roundHalfToEven } from './axis/axis-formulas.js';
import { dropEdgeFill } from './drop-edge-fill.js';
import { padCoordinates, padIndex } from './pad.js';

/** What the sampling options say about one axis. */
export type AxisOptions = Pick<SampleAttrs, 'mode' | 'paddingMode' | 'alignCorners' | 'fillValue'>;

/**
 * Where a list of points reads along one axis: `count` taps per point, stored one point after the other.
 *
 * A sample is the sum over the product of its axes' taps, and its derivative along an axis is the same sum with that
 * axis's slopes in place of its weights. This is the one idea of the package; see `gather-row.ts`.
 */
export interface AxisTaps {
  /** Taps per point: 1 for nearest, 2 for bilinear, 4 for bicubic. */
  count: number;
  /** The pixel each tap reads, padding applied; -1 for one outside the image. */
  index: Int32Array;
  weight: Float64Array;
  /** The derivative of the weight by the normalised coordinate. */
  slope: Float64Array;
  /** Per point, the weight of its taps outside: exactly 0 when there are none, 1 for a point that samples nothing. */
  outside: Float64Array;
  /** Per point, the slope of its taps outside. */
  outsideSlope: Float64Array;
  /** Per point, the derivative of the padded coordinate by the given one. */
  sign: Float64Array;
}

const TAP_COUNT: Record<Mode, number> = { nearest: 1, bilinear: 2, bicubic: 4 };

/** Room for the taps of so many points. */
export function createAxisTaps(points: number, mode: Mode): AxisTaps {
  const count = TAP_COUNT[mode];
  return {
    count,
    index: new Int32Array(points * count),
    weight: new Float64Array(points * count),
    slope: new Float64Array(points * count),
    outside: new Float64Array(points),
    outsideSlope: new Float64Array(points),
    sign: new Float64Array(points),
  };
}

/** The taps of an axis that is not there, so that an image is a volume of depth 1: one tap on pixel 0. */
export function absentAxisTaps(): AxisTaps {
  const taps = createAxisTaps(1, 'nearest');
  taps.weight[0] = 1;
  return taps;
}

/**
 * Computes the taps of the first `points` pixel coordinates in `x`, which it overwrites, on an axis of `size` pixels.
 * The formulas are PyTorch's `grid_sampler_compute_source_index` and `get_cubic_upsample_coefficients`; the slope
 * carries the derivative of the pixel coordinate by the normalised one, size/2, or (size-1)/2 with `alignCorners`.
 * `error` is how far the coordinates may be off besides their own rounding; see {@link dropEdgeFill}.
 */
export function computeAxisTaps(
  taps: AxisTaps,
  x: Float64Array,
  points: number,
  size: number,
  options: AxisOptions,
  error: number,
): void {
  const { mode, paddingMode, alignCorners, fillValue } = options;
  const scale = (alignCorners ? size - 1 : size) / 2;
  const cubic = mode === 'bicubic';
  // Bicubic pads its taps one by one, so its coordinates are only checked here.
  padCoordinates(x, taps.sign, points, size, cubic ? 'zeros' : paddingMode, alignCorners);
  if (cubic) bicubicTaps(taps, x, points, size, scale, options);
  else if (mode === 'bilinear') bilinearTaps(taps, x, points, size, scale);
  else nearestTaps(taps, x, points, size);
  if (paddingMode === 'zeros' && !Number.isFinite(fillValue)) dropEdgeFill(taps, x, points, size, error);
}

function nearestTaps(taps: AxisTaps, x: Float64Array, points: number, size: number): void {
  const { index, weight, slope, outside, outsideSlope } = taps;
  for (let p = 0; p < points; p++) {
    const i = roundHalfToEven(x[p]);
    const inside = i >= 0 && i < size;
    index[p] = inside ? i : -1;
    weight[p] = inside ? 1 : 0;
    slope[p] = 0;
    outside[p] = inside ? 0 : 1;
    outsideSlope[p] = 0;
  }
}

function bilinearTaps(taps: AxisTaps, x: Float64Array, points: number, size: number, scale: number): void {
  const { index, weight, slope, outside, outsideSlope, sign } = taps;
  for (let p = 0; p < points; p++) {
    if (Number.isNaN(x[p])) {
      readNothing(taps, p);
      continue;
    }
    const i = Math.floor(x[p]);
    const t = x[p] - i;
    const s = sign[p] * scale;
    // Floor and floor + 1, never floor and ceil: at a whole coordinate the second tap weighs 0 but keeps its slope.
    const firstInside = i >= 0 && i < size;
    const secondInside = i >= -1 && i < size - 1;
    const k = 2 * p;
    index[k] = firstInside ? i : -1;
    index[k + 1] = secondInside ? i + 1 : -1;
    weight[k] = 1 - t;
    weight[k + 1] = t;
    slope[k] = -s;
    slope[k + 1] = s;
    outside[p] = firstInside ? (secondInside ? 0 : t) : secondInside ? 1 - t : 1;
    outsideSlope[p] = firstInside === secondInside ? 0 : firstInside ? s : -s;
  }
}

function bicubicTaps(
  taps: AxisTaps,
  x: Float64Array,
  points: number,
  size: number,
  scale: number,
  { paddingMode, alignCorners }: AxisOptions,
): void {
  const { index, weight, slope, outside, outsideSlope } = taps;
  for (let p = 0; p < points; p++) {
    if (Number.isNaN(x[p])) {
      readNothing(taps, p);
      continue;
    }
    const i = Math.floor(x[p]);
    const t = x[p] - i;
    let weightOutside = 0;
    let slopeOutside = 0;
    let inside = 0;
    for (let k = 0; k < 4; k++) {
      const distance = k - 1 - t;
      const w = cubic(Math.abs(distance));
      const s = -Math.sign(distance) * cubicSlope(Math.abs(distance)) * scale;
      const at = padIndex(i + k - 1, size, paddingMode, alignCorners);
      index[4 * p + k] = at;
      weight[4 * p + k] = w;
      slope[4 * p + k] = s;
      if (at >= 0) {
        inside++;
      } else {
        weightOutside += w;
        slopeOutside += s;
      }
    }
    // The weights sum to 1 and their slopes to 0, but rounding may not know.
    outside[p] = inside > 0 ? weightOutside : 1;
    outsideSlope[p] = inside > 0 ? slopeOutside : 0;
  }
}

/** A point with a non-finite coordinate has no taps: all of it is outside, whatever the other axes say. */
function readNothing(taps: AxisTaps, p: number): void {
  const { count } = taps;
  taps.index.fill(-1, p * count, (p + 1) * count);
  taps.weight.fill(0, p * count, (p + 1) * count);
  taps.slope.fill(0, p * count, (p + 1) * count);
  taps.outside[p] = 1;
  taps.outsideSlope[p] = 0;
}

/**
 * Whether a bilinear point at pixel coordinate `x` has a tap on an axis of `size` pixels; if not, it is fillValue, and
 * has no gradient. At -1 it has: a tap of weight 0 on the first pixel, which has a slope.
 */
export function hasBilinearTap(x: number, size: number, { paddingMode }: AxisOptions): boolean {
  return paddingMode !== 'zeros' || (x >= -1 && x < size);
}
