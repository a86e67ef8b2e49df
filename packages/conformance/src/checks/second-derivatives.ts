import { gridSampleJvp, type Mode } from '@cropgrad/core';
import { grad, type Tensor, type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { noise } from '../arbitraries/noise.js';
import { gridSampleOffKinks } from '../arbitraries/off-kinks.js';
import { noiseSeed } from '../arbitraries/sizes.js';
import type { GridSampleCase, NdArray } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, type Covers, declares, type Subject } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { callCore, evaluate, toTensor } from '../evaluate.js';
import { pixelsPerUnit } from '../oracle/taps.js';
import { forAll } from '../property.js';
import { spread } from '../relate.js';
import { MODE_TRAITS } from '../tolerance/mode-traits.js';
import { precisionOf } from '../tolerance/precision.js';

/** Each random case is a dozen calls: fewer of them do. */
const CASES_PER_RUN = 1 / 5;
/** No point moves more than this many pixels, so that none gets near a kink. */
const STEP = 1 / 64;
/** What is read outside, where a case has no fill of its own. */
const FILL = 0.75;
/** A bound on how far weights, slopes and curvatures of three axes move per pixel, of their own sums. */
const SENSITIVITY = 9;

/** What the gradient by the grid depends on: it is linear in the first two. */
type Dependence = 'dy' | 'image' | 'grid';

/** What a backend of order 2 has: the gradient by the grid has gradients, and a derivative along a tangent. */
export const secondDerivativeChecks: readonly Check[] = (['bilinear', 'bicubic'] as const).flatMap((mode) =>
  ([2, 3] as const).flatMap((dimensions): Check[] => [
    ...(['dy', 'image', 'grid'] as const).map((by) =>
      secondDerivativeCheck(
        `second-derivative/gridSample/${by}/${mode}/${dimensions}-D`,
        `away from kinks the gradient by ${by} of the grid's gradient is the central difference of the latter`,
        mode,
        dimensions,
        (context, c, seed) => isDifference(context, c, by, seed),
      ),
    ),
    secondDerivativeCheck(
      `law/forward-mode/gridSample/${mode}/${dimensions}-D`,
      'forward and backward mode agree: ⟨dy, J·h⟩ = ⟨Jᵀ·dy, h⟩',
      mode,
      dimensions,
      isTranspose,
    ),
  ]),
);

function secondDerivativeCheck(
  id: string,
  title: string,
  mode: Mode,
  dimensions: 2 | 3,
  holds: (context: CheckContext, c: GridSampleCase, seed: number) => Promise<void>,
): Check {
  const covers = { op: 'gridSample', mode, dimensions } as const;
  return {
    id,
    title,
    kind: 'law',
    covers,
    applies: (backend) => backend.capabilities.order === 2 && declares(backend, covers),
    run: (context) =>
      forAll(
        { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) },
        fc.tuple(cells(context.backend, covers).chain(gridSampleOffKinks), noiseSeed),
        ([c, seed]) => holds(context, plainCase(c), seed),
        ([c, seed]) => `the tangent is noise of seed ${seed}, in\n${describeCase(c)}`,
      ),
  };
}

/** Half of all cells read fillValue outside, whose second derivatives are code of their own. */
function cells(backend: Subject, covers: Covers & { readonly op: 'gridSample' }): fc.Arbitrary<Cell> {
  const all = declaredCells(backend, covers);
  const filled = all.filter(({ paddingMode }) => paddingMode === 'zeros');
  return filled.length > 0 ? fc.oneof(fc.constantFrom(...all), fc.constantFrom(...filled)) : fc.constantFrom(...all);
}

/** Layouts are other checks' concern; a fill of 0 would hide what it does. */
function plainCase(c: GridSampleCase): GridSampleCase {
  const { dataFormat: _, fillValue, ...options } = c.options;
  return { ...c, options: { ...options, fillValue: fillValue || FILL } };
}

/**
 * Of dy and the grid one channel or axis is moved at all points at once, as the slopes at a point depend on its own only;
 * of the image one pixel, which any point may read.
 */
async function isDifference(context: CheckContext, c: GridSampleCase, by: Dependence, seed: number): Promise<void> {
  const h = noise(c.grid.shape, seed);
  const { shape, data } = c[by];
  const columns = by === 'image' ? data.length : shape[shape.length - 1];
  const column = seed % columns;
  const scale = by === 'grid' ? scalesOf(c)[column] : 1;
  if (scale === 0) return;
  const step = by === 'grid' ? STEP / scale : 1;
  const along = async (sign: 1 | -1): Promise<{ values: Float64Array; slopes: number[]; slack: number[] }> => {
    const values = Float64Array.from(data, (x, i) => (i % columns === column ? Math.fround(x + sign * step) : x));
    const moved = { ...c, [by]: { shape, data: values } };
    const slack = perPoint(c, Float64Array.from(h.data, Math.abs), spread(context, moved, 'dGrid'));
    return { values, slopes: perPoint(c, h.data, await evaluate(moved, 'dGrid')), slack };
  };
  const [ahead, behind] = [await along(1), await along(-1)];
  const gradient = await read(() => {
    const given = (name: Dependence, x: Tensor): Tensor => (name === by ? x : toTensor(c[name]));
    const slopes = (x: Tensor): Tensor =>
      grad((g: Tensor) => callCore(c, given('image', x), g))(given('grid', x), given('dy', x));
    return grad(slopes)(toTensor(c[by]), toTensor(h));
  });
  const moves = by === 'image' ? [sums(ahead, behind)] : ahead.slopes.map((_, p) => pointOf(ahead, behind, p));
  moves.forEach(({ difference, slack, point }, p) => {
    const entry = p * columns + column;
    const distance = ahead.values[entry] - behind.values[entry];
    const weight = point === undefined ? totalOf(c.dy) : weightOf(c, point);
    const truncation = by === 'grid' ? truncationOf(c, scale) * weight : 0;
    const allowed = slack / distance + truncation + roundoff(context, c, by) * (by === 'dy' ? 1 : weight);
    if (Math.abs(gradient[entry] - difference / distance) <= allowed) return;
    throw new CheckFailure(
      `the gradient by ${by}${placeOf(entry, shape)} of ⟨dGrid, tangent⟩: got ${gradient[entry]}, but moving it by ${step} ` +
        `either way changes that by ${difference / distance} per unit; rounding explains only ${allowed}`,
    );
  });
}

interface Slopes {
  slopes: readonly number[];
  slack: readonly number[];
}

/** How ⟨dGrid, tangent⟩ changes at one point. */
function pointOf(ahead: Slopes, behind: Slopes, point: number): { difference: number; slack: number; point: number } {
  const difference = ahead.slopes[point] - behind.slopes[point];
  return { difference, slack: ahead.slack[point] + behind.slack[point], point };
}

/** The same of all points together. */
function sums(ahead: Slopes, behind: Slopes): { difference: number; slack: number; point: undefined } {
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

async function isTranspose(context: CheckContext, c: GridSampleCase, seed: number): Promise<void> {
  const h = noise(c.grid.shape, seed);
  const forward = await read(() => {
    const [image, grid, tangent] = [c.image, c.grid, h].map(toTensor);
    return c.dimensions === 2
      ? gridSampleJvp(image as Tensor4D, grid as Tensor4D, tangent as Tensor4D, c.options)
      : gridSampleJvp(image as Tensor5D, grid as Tensor5D, tangent as Tensor5D, c.options);
  });
  const [left, right] = [dot(c.dy.data, forward), dot(h.data, await evaluate(c, 'dGrid'))];
  const allowed = slackOf(context, c, h) + roundoff(context, c, 'dy') * totalOf(c.dy);
  if (Math.abs(left - right) <= allowed) return;
  throw new CheckFailure(`⟨dy, J·h⟩ is ${left}, but ⟨Jᵀ·dy, h⟩ is ${right}; rounding explains only ${allowed}`);
}

/** How far ⟨dGrid, tangent⟩ may be off. */
function slackOf(context: CheckContext, c: GridSampleCase, h: NdArray): number {
  return dot(Array.from(h.data, Math.abs), spread(context, c, 'dGrid'));
}

/**
 * What rounding may do to a second derivative, for a dy of 1: to its terms, and through the coordinates to their weights.
 */
function roundoff(context: CheckContext, c: GridSampleCase, by: Dependence): number {
  const { unit } = precisionOf(context.backend.capabilities);
  const { roundings, largestSums } = MODE_TRAITS[c.options.mode];
  const { weights, slopes, curvatures } = largestSums;
  const longest = Math.max(...c.image.shape.slice(1, -1));
  const scales = scalesOf(c);
  // The tangent is noise, of at most 1.
  const moved = scales.reduce((sum, scale) => sum + scale, 0);
  const first = moved * slopes * weights ** (c.dimensions - 1) * (by === 'image' ? 1 : largestOf(c));
  const second = Math.max(...scales) * Math.max(slopes ** 2, curvatures * weights) * weights ** (c.dimensions - 2);
  const terms =
    by === 'dy' ? first : by === 'image' ? first * totalOf(c.dy) : moved * second * largestOf(c) * totalOf(c.dy);
  return terms * unit * (roundings + 4 * SENSITIVITY * (longest + 8));
}

/**
 * What the difference leaves out, for a dy of 1: the third derivative of a slope by one coordinate, which is that of its own
 * axis's weights times weights and slopes of the others.
 */
function truncationOf(c: GridSampleCase, scale: number): number {
  const { weights, slopes, thirdDerivatives } = MODE_TRAITS[c.options.mode].largestSums;
  const moved = scalesOf(c).reduce((sum, each) => sum + each, 0);
  const bound = thirdDerivatives * slopes * weights ** (c.dimensions - 2) * moved * scale;
  return (bound * STEP ** 2 * largestOf(c)) / 6;
}

/** Pixels per unit of each coordinate. */
function scalesOf(c: GridSampleCase): number[] {
  const lengths = c.image.shape.slice(1, -1).reverse();
  return lengths.map((length) => pixelsPerUnit(length, c.options.alignCorners));
}

function largestOf(c: GridSampleCase): number {
  const pixels = Array.from(c.image.data, Math.abs);
  return pixels.reduce((most, pixel) => Math.max(most, pixel), Math.abs(c.options.fillValue ?? 0));
}

function totalOf({ data }: NdArray): number {
  return Array.from(data, Math.abs).reduce((sum, value) => sum + value, 0);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

async function read(make: () => Tensor): Promise<ArrayLike<number>> {
  const result = tidy(make);
  const data = await result.data();
  result.dispose();
  return data;
}
