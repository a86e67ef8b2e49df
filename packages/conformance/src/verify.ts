import { type Case, type Quantity, shapeOf } from './case.js';
import { type CheckContext, CheckFailure } from './check.js';
import { describeCase, placeOf, summarizeCase } from './describe-case.js';
import { evaluate } from './evaluate.js';
import { type Deviation, explain } from './explain.js';
import { type Accepted, accepts, formatAccepted, hull } from './tolerance/interval.js';

/** What a deviation is thrown as: it can explain itself, which takes more calls of the backend. */
export class Mismatch extends Error {
  override readonly name: string = 'Mismatch';
  readonly deviation: Deviation;

  constructor(deviation: Deviation) {
    super(`${deviation.quantity} deviates`);
    this.deviation = deviation;
  }

  /** The element, what was expected there and what was found, tap by tap. */
  explain(): Promise<string> {
    return explain(this.deviation);
  }
}

/** Runs a case and throws a {@link Mismatch} for the first element that is not accepted. */
export async function verify(
  context: CheckContext,
  c: Case,
  quantity: Quantity,
  accepted: readonly Accepted[],
): Promise<void> {
  const got = await evaluate(c, quantity);
  requireLength(got, accepted.length, quantity);
  for (const [element, choices] of accepted.entries()) {
    measure(context, c, quantity, element, choices, got[element]);
    if (!accepts(choices, got[element])) {
      throw new Mismatch({ case: c, quantity, element, accepted: choices, got: got[element] });
    }
  }
}

/** Throws for the first number that is not accepted as this quantity of a case, of whatever call it is the answer. */
export function requireAccepted(
  c: Case,
  quantity: Quantity,
  accepted: readonly Accepted[],
  got: ArrayLike<number>,
): void {
  requireLength(got, accepted.length, quantity);
  for (const [element, choices] of accepted.entries()) {
    if (accepts(choices, got[element])) continue;
    const place = `${quantity}${placeOf(element, shapeOf(c, quantity))}`;
    throw new CheckFailure(
      `expected ${place} of ${describeCase(c)},\nwhich is ${formatAccepted(choices)}; got ${got[element]}`,
    );
  }
}

/** Throws unless a result has as many numbers as it must. */
export function requireLength(got: ArrayLike<number>, length: number, what: string): void {
  if (got.length !== length) throw new CheckFailure(`${what}: expected ${length} numbers, got ${got.length}`);
}

/** Results that may be farther apart than this, relative to their magnitude, say little about the backend. */
const WELL_DETERMINED = 1e-4;

/** Takes note of an element's error where the answer is well determined: not beside a kink, not far outside. */
function measure(
  context: CheckContext,
  c: Case,
  quantity: Quantity,
  element: number,
  choices: Accepted,
  got: number,
): void {
  const { lo, hi } = hull(choices);
  const middle = (lo + hi) / 2;
  const scale = Math.max(1, Math.abs(middle));
  if (!(hi - lo <= WELL_DETERMINED * scale)) return;
  context.measure(Math.abs(got - middle) / scale, () => {
    return `${summarizeCase(c)}, ${quantity}${placeOf(element, shapeOf(c, quantity))}`;
  });
}
