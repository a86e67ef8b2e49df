import { type AxisTaps, absentAxisTaps, createAxisTaps } from '../axis/axis-taps.js';
import { filteredTaps } from '../axis/filtered-taps.js';
import type { Call } from '../call.js';
import type { Lines } from '../points/lines.js';
import type { Row } from '../row.js';
import type { Span } from '../span.js';

/**
 * The taps of points of one output row, on all three axes; an image is a volume of depth 1.
 *
 * The p-th of `count` points is output `point[p]` of the row, and has taps p along x, `yAt + p·yStep` along y and
 * `zAt + p·zStep` along z: with a step of 1 every point has its own, with 0 the row shares one, as the rows of a box do.
 */
export interface RowTaps {
  count: number;
  point: Int32Array;
  x: AxisTaps;
  y: AxisTaps;
  z: AxisTaps;
  yAt: number;
  yStep: 0 | 1;
  zAt: number;
  zStep: 0 | 1;
}

/** Room for a row of points: each with taps of its own, or those of an axis-aligned crop per column, row and slice. */
export function createRowTaps({ crop, mode, dimensions }: Call, aligned: boolean): RowTaps {
  const { width, height, depth } = crop;
  const { support } = mode;
  const volume = dimensions === 3;
  // Written out in one piece, as an engine takes the copy of an object for another kind.
  return {
    count: width,
    point: new Int32Array(width).map((_, j) => j),
    x: createAxisTaps(width, support),
    y: createAxisTaps(aligned ? height : width, support),
    z: volume ? createAxisTaps(aligned ? depth : width, support) : absentAxisTaps(),
    yAt: 0,
    yStep: aligned ? 0 : 1,
    zAt: 0,
    zStep: aligned || !volume ? 0 : 1,
  };
}

/**
 * Under antialias, replaces the taps by those of outputs around these coordinates, which are of points or of a box, and as
 * large as the row's footprints say.
 */
export function filterTaps(taps: RowTaps, at: Lines, { errors, footprints }: Row, call: Call): void {
  taps.x = filteredTaps(at.x, footprints.x, call.x, errors[0]);
  taps.y = filteredTaps(at.y, footprints.y, call.y, errors[1]);
  if (call.dimensions === 3) taps.z = filteredTaps(at.z, footprints.z, call.z, errors[2]);
}

/** Runs `differentiate` with the slopes by the footprints in place of those by the coordinates. */
export function withFootprintSlopes(taps: RowTaps, differentiate: () => void): void {
  exchangeSlopes(taps);
  differentiate();
  exchangeSlopes(taps);
}

function exchangeSlopes({ x, y, z }: RowTaps): void {
  for (const taps of [x, y, z]) {
    [taps.slope, taps.footprintSlope] = [taps.footprintSlope, taps.slope];
    [taps.outsideSlope, taps.outsideFootprintSlope] = [taps.outsideFootprintSlope, taps.outsideSlope];
  }
}

/** The weight of point p's taps outside the image: exactly 0 when all are inside. */
export function outsideWeight({ x, y, z, yAt, yStep, zAt, zStep }: RowTaps, p: number): number {
  const ox = x.outside[p];
  const oy = y.outside[yAt + p * yStep];
  const oz = z.outside[zAt + p * zStep];
  return ox === 0 && oy === 0 && oz === 0 ? 0 : 1 - (1 - ox) * (1 - oy) * (1 - oz);
}

/**
 * Adds the slopes of the taps outside, which all read fillValue: in x, fillValue · x' · (inside y) · (inside z). Added only
 * where they are not 0, because an infinite fillValue times 0 is NaN.
 */
export function addFillSlopes(
  gradient: Float64Array,
  { values, at, layout }: Span<Float32Array>,
  { count, point, x, y, z, yAt, yStep, zAt, zStep }: RowTaps,
  { dimensions, fillValue }: Call,
): void {
  if (fillValue === 0) return;
  const { xStride, channels, channelStride } = layout;
  for (let p = 0; p < count; p++) {
    const b = yAt + p * yStep;
    const c = zAt + p * zStep;
    const ix = 1 - x.outside[p];
    const iy = 1 - y.outside[b];
    const iz = 1 - z.outside[c];
    const sx = x.outsideSlope[p] * iy * iz;
    const sy = y.outsideSlope[b] * ix * iz;
    const sz = z.outsideSlope[c] * ix * iy;
    if (sx === 0 && sy === 0 && sz === 0) continue;
    const j = point[p];
    let dySum = 0;
    for (let n = 0; n < channels; n++) dySum += values[at + j * xStride + n * channelStride];
    if (sx !== 0) gradient[j * dimensions] += dySum * fillValue * sx;
    if (sy !== 0) gradient[j * dimensions + 1] += dySum * fillValue * sy;
    if (sz !== 0) gradient[j * dimensions + 2] += dySum * fillValue * sz;
  }
}
