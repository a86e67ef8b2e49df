import { MODES } from '@cropgrad/core';
import { anyCell } from '../arbitraries/any-cell.js';
import { affineGridCase, sampleCase } from '../arbitraries/cases.js';
import type { Case, NdArray, Quantity } from '../case.js';
import { type Check, type CheckContext, CheckFailure, type Covers, cellName, declares } from '../check.js';
import { evaluate } from '../evaluate.js';
import { forAllCases } from '../property.js';
import { spread } from '../relate.js';

/** The gradient of a linear map is its adjoint: ⟨A·v, w⟩ = ⟨v, Aᵀ·w⟩, for images through samplers and theta to grid. */
export const adjointChecks: readonly Check[] = [
  ...(['gridSample', 'affineSample'] as const).flatMap((op) =>
    ([2, 3] as const).flatMap((dimensions) =>
      MODES.map((mode) =>
        adjointCheck({ op, mode, dimensions }, (context, covers) => {
          const cases = anyCell(context.backend, { ...covers, op, dimensions }).chain((cell) =>
            sampleCase(cell, 'tame'),
          );
          return forAllCases(context, cases, (c) => {
            const linear = { ...c, options: { ...c.options, fillValue: 0 } };
            return requireAdjoint(context, linear, linear.image, 'dImage');
          });
        }),
      ),
    ),
  ),
  ...([2, 3] as const).flatMap((dimensions) =>
    [false, true].map((alignCorners) =>
      adjointCheck({ op: 'affineGrid', alignCorners, dimensions }, (context) =>
        forAllCases(context, affineGridCase({ alignCorners, dimensions }), (c) =>
          requireAdjoint(context, c, c.theta, 'dTheta'),
        ),
      ),
    ),
  ),
];

function adjointCheck(covers: Covers, run: (context: CheckContext, covers: Covers) => Promise<void>): Check {
  return {
    id: `law/adjoint/${cellName(covers)}`,
    title: 'the gradient is the adjoint of the forward map: ⟨A·v, w⟩ = ⟨v, Aᵀ·w⟩',
    kind: 'law',
    covers,
    applies: (backend) => declares(backend, covers),
    run: (context) => run(context, covers),
  };
}

/** w is the case's dy, and v the input that the output is linear in, whose gradient is asked for. */
export async function requireAdjoint(context: CheckContext, c: Case, v: NdArray, gradient: Quantity): Promise<void> {
  const forward = dot(await evaluate(c, 'output'), c.dy.data);
  const backward = dot(v.data, await evaluate(c, gradient));
  const allowed =
    dot(spread(context, c, 'output'), magnitudes(c.dy.data)) + dot(spread(context, c, gradient), magnitudes(v.data));
  if (Math.abs(forward - backward) <= allowed) return;
  throw new CheckFailure(
    `⟨output, dy⟩ is ${forward}, but ⟨input, ${gradient}⟩ is ${backward}; rounding explains only ${allowed}`,
  );
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function magnitudes(data: ArrayLike<number>): number[] {
  return Array.from(data, Math.abs);
}
