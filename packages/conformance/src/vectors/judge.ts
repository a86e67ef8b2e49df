import type { Answer } from './answers.js';
import {
  type Expected,
  type ExpectedArray,
  toNumber,
  VECTOR_QUANTITIES,
  type Vector,
  type VectorQuantity,
} from './vector.js';

/** How a sampler did on one vector. */
export type Verdict =
  | { readonly status: 'passed' }
  | {
      readonly status: 'failed';
      readonly quantity: VectorQuantity;
      readonly element: number;
      readonly expected: string;
      readonly got: number;
    }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'not supported'; readonly reason: string }
  | { readonly status: 'crashed' | 'hung'; readonly reason: string };

/** Compares an answer with what is expected, element by element. Quantities that the answer leaves out are not judged. */
export function judge(vector: Vector, expected: Expected, answer: Answer | undefined): Verdict {
  if (answer === undefined) return { status: 'failed', reason: 'there is no answer' };
  if ('unsupported' in answer) return { status: 'not supported', reason: answer.unsupported };
  if ('error' in answer) return { status: 'failed', reason: answer.error };
  if ('crashed' in answer) return { status: 'crashed', reason: answer.crashed };
  if ('hung' in answer) return { status: 'hung', reason: answer.hung };
  const given = VECTOR_QUANTITIES.filter((quantity) => answer[quantity] !== undefined);
  if (given.length === 0) return { status: 'failed', reason: 'the answer is empty' };
  for (const quantity of given) {
    const numbers = answer[quantity] ?? [];
    const right = expected[quantity];
    if (!right) return { status: 'failed', reason: `${vector.id} has no ${quantity}` };
    if (numbers.length !== right.data.length) {
      return { status: 'failed', reason: `${quantity} has ${numbers.length} numbers; expected ${right.data.length}` };
    }
    for (const [element, number] of numbers.entries()) {
      const got = toNumber(number);
      if (isRight(right, element, got)) continue;
      return { status: 'failed', quantity, element, expected: describeExpected(right, element), got };
    }
  }
  return { status: 'passed' };
}

function isRight(right: ExpectedArray, element: number, got: number): boolean {
  if (right.any?.includes(element)) return true;
  const intervals = right.intervals?.[element];
  if (intervals) return intervals.some(([lo, hi]) => isBetween(toNumber(lo), got, toNumber(hi)));
  const value = toNumber(right.data[element]);
  if (!Number.isFinite(value)) return Object.is(value, got);
  return Math.abs(got - value) <= toleranceOf(right, element);
}

function isBetween(lo: number, got: number, hi: number): boolean {
  return Number.isNaN(lo) ? Number.isNaN(got) : got >= lo && got <= hi;
}

function toleranceOf({ tolerance }: ExpectedArray, element: number): number {
  return typeof tolerance === 'number' ? tolerance : tolerance[element];
}

function describeExpected(right: ExpectedArray, element: number): string {
  const intervals = right.intervals?.[element];
  if (intervals) return intervals.map(([lo, hi]) => (lo === hi ? `${lo}` : `from ${lo} to ${hi}`)).join(' or ');
  return `${right.data[element]} ± ${toleranceOf(right, element)}`;
}
