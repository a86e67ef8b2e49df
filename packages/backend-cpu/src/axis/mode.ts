import type { Mode } from '@cropgrad/core';
import { type Axis, pixelAt } from './axis.js';
import { cubic, cubicCurvature, cubicSlope, roundHalfToEven, roundHalfUp } from './axis-formulas.js';
import type { AxisTaps } from './axis-taps.js';

/** How a value is read between pixels. */
export interface AxisMode {
  /** Taps per point along each axis. */
  support: number;
  /** Whether weights are linear between pixels, so that two of them are read along each axis. */
  linear: boolean;
  /** Whether coordinates are padded before they are taken apart; if not, each tap is. */
  padsCoordinates: boolean;
  /**
   * Lists pixel, weight and slope of each tap of the first `points` coordinates in `x`, padded where the mode asks for
   * it. `taps.scale` is there already. A coordinate that is NaN is left to the caller.
   */
  list(taps: AxisTaps, x: Float64Array, points: number, axis: Axis): void;
  /** Lists the second derivative of the weight of each tap that `list` has listed, by the normalised coordinate. */
  curve(curvature: Float64Array, taps: AxisTaps, x: Float64Array, points: number, axis: Axis): void;
}

/** Every mode: whoever adds one adds it here. The formulas are PyTorch's. */
export const AXIS_MODES: Readonly<Record<Mode, AxisMode>> = {
  nearest: { support: 1, linear: false, padsCoordinates: true, list: listNearest, curve: straight },
  bilinear: { support: 2, linear: true, padsCoordinates: true, list: listBilinear, curve: straight },
  bicubic: { support: 4, linear: false, padsCoordinates: false, list: listBicubic, curve: curveBicubic },
};

function listNearest({ index, weight }: AxisTaps, x: Float64Array, points: number, axis: Axis): void {
  const { roundsHalfUp } = axis;
  for (let p = 0; p < points; p++) {
    index[p] = pixelAt(roundsHalfUp ? roundHalfUp(x[p]) : roundHalfToEven(x[p]), axis);
    weight[p] = 1;
  }
}

function listBilinear({ index, weight, slope, scale }: AxisTaps, x: Float64Array, points: number, axis: Axis): void {
  for (let p = 0, k = 0; p < points; p++, k += 2) {
    const i = Math.floor(x[p]);
    const t = x[p] - i;
    // Floor and floor + 1, never floor and ceil: at a whole coordinate the second tap weighs 0 but keeps its slope. Where
    // the coordinate is clipped it has neither, and is none.
    index[k] = pixelAt(i, axis);
    index[k + 1] = t === 0 && scale[p] === 0 ? -1 : pixelAt(i + 1, axis);
    weight[k] = 1 - t;
    weight[k + 1] = t;
    slope[k] = -scale[p];
    slope[k + 1] = scale[p];
  }
}

function listBicubic({ index, weight, slope, scale }: AxisTaps, x: Float64Array, points: number, axis: Axis): void {
  const a = axis.cubicCoefficient;
  for (let p = 0; p < points; p++) {
    const i = Math.floor(x[p]);
    const t = x[p] - i;
    for (let k = 0; k < 4; k++) {
      const distance = k - 1 - t;
      index[4 * p + k] = pixelAt(i + k - 1, axis);
      weight[4 * p + k] = cubic(Math.abs(distance), a);
      slope[4 * p + k] = -Math.sign(distance) * cubicSlope(Math.abs(distance), a) * scale[p];
    }
  }
}

/** A weight that is constant or linear between pixels. */
function straight(curvature: Float64Array, { count }: AxisTaps, _: Float64Array, points: number): void {
  curvature.fill(0, 0, points * count);
}

function curveBicubic(
  curvature: Float64Array,
  { scale }: AxisTaps,
  x: Float64Array,
  points: number,
  { cubicCoefficient: a }: Axis,
): void {
  for (let p = 0; p < points; p++) {
    const t = x[p] - Math.floor(x[p]);
    const squared = scale[p] * scale[p];
    for (let k = 0; k < 4; k++) curvature[4 * p + k] = cubicCurvature(Math.abs(k - 1 - t), a) * squared;
  }
}
