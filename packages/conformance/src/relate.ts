import { type Case, type NdArray, type Quantity, shapeOf } from './case.js';
import { type CheckContext, CheckFailure } from './check.js';
import { describeCase, placeOf } from './describe-case.js';
import { evaluate } from './evaluate.js';
import { accept } from './tolerance/index.js';
import { width } from './tolerance/interval.js';
import { precisionOf } from './tolerance/precision.js';
import { requireLength } from './verify.js';

/** Runs a case and gives one of its quantities with its shape. */
export async function evaluated(c: Case, quantity: Quantity): Promise<NdArray> {
  return { shape: shapeOf(c, quantity), data: await evaluate(c, quantity) };
}

/** How far apart two right answers to the same case may be, element by element. */
export function spread(context: CheckContext, c: Case, quantity: Quantity): number[] {
  return accept(c, quantity, precisionOf(context.backend.capabilities)).map(width);
}

/** Throws where a quantity of a case is farther than allowed from what a law says it is. */
export function requireClose(
  c: Case,
  quantity: Quantity,
  got: ArrayLike<number>,
  expected: ArrayLike<number>,
  allowed: (element: number) => number,
  law: string,
): void {
  requireLength(got, expected.length, quantity);
  for (let element = 0; element < expected.length; element++) {
    if (Math.abs(got[element] - expected[element]) <= allowed(element) || Object.is(got[element], expected[element])) {
      continue;
    }
    throw new CheckFailure(
      `${quantity}${placeOf(element, shapeOf(c, quantity))}: got ${got[element]}; ${law} is ${expected[element]}, ` +
        `and they may differ by ${allowed(element)}\nin ${describeCase(c)}`,
    );
  }
}

/**
 * Throws unless a changed case answers what a law says it must, given what the original answered: up to the spread that
 * rounding may cause.
 */
export async function requireRelated(
  context: CheckContext,
  changed: Case,
  quantity: Quantity,
  expected: NdArray,
  law: string,
): Promise<void> {
  const allowed = spread(context, changed, quantity);
  const got = await evaluate(changed, quantity);
  requireClose(changed, quantity, got, expected.data, (element) => allowed[element], law);
}
