import { type AxisName, axisNames } from './axis/axis-name.js';
import type { AxisExtent } from './axis/padding.js';
import type { Points, ThetaPoints } from './points/point-source.js';
import type { CallAttrs } from './sample-call.js';
import type { SampleVariant } from './variant.js';

/** The lengths of axes, x first. */
export type Extents = Readonly<Record<AxisName, number>>;

/** [h,w] or [d,h,w], by the names of the axes; a missing depth is 1. */
export function extentsOf(shape: readonly number[]): Extents {
  const [X, Y, Z = 1] = [...shape].reverse();
  return { X, Y, Z };
}

/** The number of outputs of a crop, or of pixels of an image. */
export function countOf({ X, Y, Z }: Extents): number {
  return X * Y * Z;
}

/**
 * How many numbers a crop has in a grid, or `perAxis` times as many per point, and, on the way to a theta's gradient, in the
 * sums over the grid's rows.
 */
export function gridLength(size: readonly number[], points: ThetaPoints, perAxis = 1): number {
  const dimensions = size.length;
  const { X } = extentsOf(size);
  const entries = (points === 'perspective' ? dimensions + 1 : dimensions) * (dimensions + 1);
  return (countOf(extentsOf(size)) / X) * Math.max(X * dimensions * perAxis, entries);
}

/** The numbers that kernels read about their outputs' places: see `locateNumbers`, `baseNumbers` and `LONG_SUM`. */
export function outputNumbers(size: readonly number[], alignCorners: boolean): Record<string, number> {
  const out = extentsOf(size);
  const numbers: Record<string, number> = { rows: out.Y * out.Z, one: 1 };
  for (const axis of axisNames(size.length)) {
    numbers[`out${axis}`] = out[axis];
    numbers[`outSpan${axis}`] = alignCorners ? Math.max(out[axis] - 1, 1) : out[axis];
  }
  return numbers;
}

/** The numbers that kernels read about an image and how outputs lie on it: see `axisNumbers` and `coordinateNumbers`. */
export function imageNumbers(
  imageSize: readonly number[],
  size: readonly number[],
  alignCorners: boolean,
): Record<string, number> {
  const image = extentsOf(imageSize);
  const out = extentsOf(size);
  const axes = axisNames(size.length);
  const numbers: Record<string, number> = { offset: alignCorners ? 0 : 0.5 };
  for (const axis of axes) {
    const span = alignCorners ? image[axis] - 1 : image[axis];
    numbers[`size${axis}`] = image[axis];
    numbers[`span${axis}`] = span;
    // With alignCorners an output axis of length 1 sits at 0: its column of theta takes no part.
    numbers[`kept${axis}`] = alignCorners && out[axis] === 1 ? 0 : 1;
    for (const along of axes) {
      const outputs = alignCorners ? out[along] - 1 : out[along];
      // Divided here, where a number divided by itself is 1: on a GPU it need not be.
      numbers[`ratio${axis}${along}`] = outputs === 0 ? 0 : span / outputs;
    }
  }
  return numbers;
}

/** The axes of a problem's image, x first. */
export function axisExtents({ dimensions, numbers }: SampleProblem): AxisExtent[] {
  return axisNames(dimensions).map((axis) => ({
    size: numbers[`size${axis}`],
    low: -numbers.offset,
    span: numbers[`span${axis}`],
  }));
}

/** A cutoff that no coordinate in float32 is beyond, in place of Infinity, which no GPU has to know. */
const NO_CUTOFF = 3.4e38;

/** A sampling problem in the layout [N,H,W,C] or [N,D,H,W,C]. */
export interface SampleProblem {
  readonly attrs: CallAttrs;
  readonly dimensions: number;
  readonly channels: number;
  /** [H,W] or [D,H,W]. */
  readonly imageSize: readonly number[];
  /** [h,w] or [d,h,w]. */
  readonly size: readonly number[];
  /** How many points there are in all crops. */
  readonly points: number;
  /** Everything that the sampling kernels read, by name. */
  readonly numbers: Record<string, number>;
}

export function sampleProblem(attrs: CallAttrs, imageShape: readonly number[], size: readonly number[]): SampleProblem {
  const dimensions = size.length;
  const imageSize = imageShape.slice(1, -1);
  const channels = imageShape[imageShape.length - 1];
  const { alignCorners, fillValue, imageIndex, cutoff, rounding, cubicCoefficient, antialias = 0 } = attrs;
  return {
    attrs,
    dimensions,
    channels,
    imageSize,
    size,
    points: imageIndex.length * countOf(extentsOf(size)),
    numbers: {
      channels,
      fillValue,
      cutoff: Math.min(cutoff, NO_CUTOFF),
      roundsUp: rounding === 'half-up' ? 1 : 0,
      cubicCoefficient,
      widen: antialias,
      ...outputNumbers(size, alignCorners),
      ...imageNumbers(imageSize, size, alignCorners),
    },
  };
}

/** The kernels that a problem calls for. */
export function variantOf({ dimensions, attrs }: SampleProblem, points: Points): SampleVariant {
  return { points, dimensions, mode: attrs.mode, paddingMode: attrs.paddingMode };
}
