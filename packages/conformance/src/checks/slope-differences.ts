import { grad, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { GridSampleCase, NdArray } from '../case.js';
import { type CheckContext, CheckFailure } from '../check.js';
import { placeOf } from '../describe-case.js';
import { callCore, evaluate, toTensor } from '../evaluate.js';
import { channelsLast, inLayout } from '../layout.js';
import { spread } from '../relate.js';
import { precisionOf } from '../tolerance/precision.js';
import {
  type Dependence,
  pixelsPerCoordinate,
  secondDerivativeRounding,
  slopeTruncation,
  totalOf,
} from '../tolerance/second-derivative.js';

/** No point moves more than this many pixels, so that none gets near a kink. */
const STEP = 1 / 64;

/** ⟨dGrid, tangent⟩, point by point, and how far rounding may take each. */
interface Slopes {
  readonly values: ArrayLike<number>;
  readonly slopes: readonly number[];
  readonly slack: readonly number[];
}

/**
 * Requires the gradient of ⟨dGrid, tangent⟩, which the backend gives, to be the central difference of what it answers itself.
 * Of dy and the grid one column, a channel or an axis, is moved at all points at once, as the slopes at a point depend on
 * its own only; of the image one number, which any point may read. Points must be away from kinks.
 */
export async function requireDifference(
  context: CheckContext,
  c: GridSampleCase,
  by: Dependence,
  column: number,
  tangent: NdArray,
): Promise<void> {
  const scale = by === 'grid' ? pixelsPerCoordinate(c)[column] : 1;
  if (scale === 0) return;
  const step = by === 'grid' ? STEP / scale : 1;
  const columns = columnsOf(c, by);
  const ahead = await moved(context, c, by, column, step, tangent);
  const behind = await moved(context, c, by, column, -step, tangent);
  const gradient = await slopeGradient(c, by, tangent);
  const rounding = secondDerivativeRounding(c, by, precisionOf(context.backend.capabilities));
  const moves = by === 'image' ? [sums(ahead, behind)] : ahead.slopes.map((_, p) => pointOf(ahead, behind, p));
  moves.forEach(({ difference, slack, point }, p) => {
    const entry = p * columns + column;
    const distance = ahead.values[entry] - behind.values[entry];
    const weight = point === undefined ? totalOf(c.dy) : weightOf(c, point);
    const truncation = by === 'grid' ? slopeTruncation(c, scale, STEP) * weight : 0;
    const allowed = slack / distance + truncation + rounding * (by === 'dy' ? 1 : weight);
    if (Math.abs(gradient[entry] - difference / distance) <= allowed) return;
    throw new CheckFailure(
      `the gradient by ${by}${placeOf(entry, c[by].shape)} of ⟨dGrid, tangent⟩: got ${gradient[entry]}, but moving it by ` +
        `${step} either way changes that by ${difference / distance} per unit; rounding explains only ${allowed}`,
    );
  });
}

/** How many numbers of an input {@link requireDifference} tells apart. */
export function columnsOf(c: GridSampleCase, by: Dependence): number {
  const { shape, data } = c[by];
  return by === 'image' ? data.length : shape[shape.length - 1];
}

/** The gradient of ⟨dGrid, tangent⟩ by one of its inputs, laid out [N,…,C]. */
export async function slopeGradient(c: GridSampleCase, by: Dependence, tangent: NdArray): Promise<ArrayLike<number>> {
  const { dataFormat } = c.options;
  const inputOf = (name: Dependence): Tensor => toTensor(name === 'grid' ? c.grid : inLayout(c[name], dataFormat));
  const result = tidy(() => {
    const given = (name: Dependence, x: Tensor): Tensor => (name === by ? x : inputOf(name));
    const slopes = (x: Tensor): Tensor =>
      grad((g: Tensor) => callCore(c, given('image', x), g))(given('grid', x), given('dy', x));
    return grad(slopes)(inputOf(by), toTensor(tangent));
  });
  const data = await result.data();
  const { shape } = result;
  result.dispose();
  return by !== 'grid' && dataFormat === 'NCHW' ? channelsLast({ shape, data }).data : data;
}

async function moved(
  context: CheckContext,
  c: GridSampleCase,
  by: Dependence,
  column: number,
  step: number,
  tangent: NdArray,
): Promise<Slopes> {
  const { shape, data } = c[by];
  const columns = columnsOf(c, by);
  const values = Float64Array.from(data, (x, i) => (i % columns === column ? Math.fround(x + step) : x));
  const there = { ...c, [by]: { shape, data: values } };
  const slack = perPoint(c, Float64Array.from(tangent.data, Math.abs), spread(context, there, 'dGrid'));
  return { values, slopes: perPoint(c, tangent.data, await evaluate(there, 'dGrid')), slack };
}

interface Move {
  readonly difference: number;
  readonly slack: number;
  readonly point: number | undefined;
}

/** How ⟨dGrid, tangent⟩ changes at one point. */
function pointOf(ahead: Slopes, behind: Slopes, point: number): Move {
  const difference = ahead.slopes[point] - behind.slopes[point];
  return { difference, slack: ahead.slack[point] + behind.slack[point], point };
}

/** The same of all points together. */
function sums(ahead: Slopes, behind: Slopes): Move {
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const difference = total(ahead.slopes) - total(behind.slopes);
  return { difference, slack: total(ahead.slack) + total(behind.slack), point: undefined };
}

/** The product of two arrays in the grid's shape, summed over the axes of each point. */
function perPoint({ dimensions }: GridSampleCase, a: ArrayLike<number>, b: ArrayLike<number>): number[] {
  return Array.from({ length: a.length / dimensions }, (_, p) => {
    let sum = 0;
    for (let i = p * dimensions; i < (p + 1) * dimensions; i++) sum += a[i] * b[i];
    return sum;
  });
}

/** What flows into a point. */
function weightOf({ dy }: GridSampleCase, point: number): number {
  const channels = dy.shape[dy.shape.length - 1];
  return Array.from({ length: channels }, (_, c) => Math.abs(dy.data[point * channels + c])).reduce((x, y) => x + y, 0);
}
