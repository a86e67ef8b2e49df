import { gridSampleJvp, type Mode } from '@cropgrad/core';
import { type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { noise } from '../arbitraries/noise.js';
import { gridSampleOffKinks } from '../arbitraries/off-kinks.js';
import { noiseSeed } from '../arbitraries/sizes.js';
import type { GridSampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, type Covers, declares, type Subject } from '../check.js';
import { describeCase } from '../describe-case.js';
import { evaluate, toTensor } from '../evaluate.js';
import { channelsLast, inLayout } from '../layout.js';
import { forAll } from '../property.js';
import { spread } from '../relate.js';
import { precisionOf } from '../tolerance/precision.js';
import { secondDerivativeRounding, totalOf } from '../tolerance/second-derivative.js';
import { columnsOf, requireDifference } from './slope-differences.js';

/** Each random case is a dozen calls: fewer of them do. */
const CASES_PER_RUN = 1 / 5;
/** What is read outside, where a case has no fill of its own. */
const FILL = 0.75;

/** What a backend of order 2 has: the gradient by the grid has gradients, and a derivative along a tangent. */
export const secondDerivativeChecks: readonly Check[] = (['bilinear', 'bicubic'] as const).flatMap((mode) =>
  ([2, 3] as const).flatMap((dimensions): Check[] => [
    ...(['dy', 'image', 'grid'] as const).map((by) =>
      secondDerivativeCheck(
        `second-derivative/gridSample/${by}/${mode}/${dimensions}-D`,
        `away from kinks the gradient by ${by} of the grid's gradient is the central difference of the latter`,
        mode,
        dimensions,
        (context, c, seed) => requireDifference(context, c, by, seed % columnsOf(c, by), noise(c.grid.shape, seed)),
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
        ([c, seed]) => holds(context, filledCase(c, seed), seed),
        ([c, seed]) => `the tangent is noise of seed ${seed}, in\n${describeCase(filledCase(c, seed))}`,
      ),
  };
}

/** Half of all cells read fillValue outside, whose second derivatives are code of their own. */
function cells(backend: Subject, covers: Covers & { readonly op: 'gridSample' }): fc.Arbitrary<Cell> {
  const all = declaredCells(backend, covers);
  const filled = all.filter(({ paddingMode }) => paddingMode === 'zeros');
  return filled.length > 0 ? fc.oneof(fc.constantFrom(...all), fc.constantFrom(...filled)) : fc.constantFrom(...all);
}

/** A fill of 0 would hide what it does. Both of Keys's coefficients have curvatures of their own. */
function filledCase(c: GridSampleCase, seed: number): GridSampleCase {
  const cubicCoefficient = seed % 2 === 0 ? -0.75 : -0.5;
  return { ...c, options: { ...c.options, fillValue: c.options.fillValue || FILL, cubicCoefficient } };
}

async function isTranspose(context: CheckContext, c: GridSampleCase, seed: number): Promise<void> {
  const h = noise(c.grid.shape, seed);
  const { dataFormat } = c.options;
  const result = tidy(() => {
    const [image, grid, tangent] = [inLayout(c.image, dataFormat), c.grid, h].map(toTensor);
    return c.dimensions === 2
      ? gridSampleJvp(image as Tensor4D, grid as Tensor4D, tangent as Tensor4D, c.options)
      : gridSampleJvp(image as Tensor5D, grid as Tensor5D, tangent as Tensor5D, c.options);
  });
  const moved = { shape: result.shape, data: await result.data() };
  result.dispose();
  const forward = dataFormat === 'NCHW' ? channelsLast(moved) : moved;
  const [left, right] = [dot(c.dy.data, forward.data), dot(h.data, await evaluate(c, 'dGrid'))];
  const rounding = secondDerivativeRounding(c, 'dy', precisionOf(context.backend.capabilities));
  const allowed = dot(Array.from(h.data, Math.abs), spread(context, c, 'dGrid')) + rounding * totalOf(c.dy);
  if (Math.abs(left - right) <= allowed) return;
  throw new CheckFailure(`⟨dy, J·h⟩ is ${left}, but ⟨Jᵀ·dy, h⟩ is ${right}; rounding explains only ${allowed}`);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
