import { type Accepted, ANYTHING, hull, type Interval, plus, times } from '../tolerance/interval.js';

/** Each element of the result as a sum of elements of what is mapped, by their numbers, times weights. */
export interface LinearMap {
  readonly shape: readonly number[];
  readonly terms: readonly (readonly (readonly [element: number, weight: number])[])[];
}

/** The same elements in another order: entry k is element order[k]. */
export function reordered(shape: readonly number[], order: readonly number[]): LinearMap {
  return { shape, terms: order.map((element) => [[element, 1]]) };
}

/** The mapped numbers. */
export function mapped({ terms }: LinearMap, values: ArrayLike<number>): Float64Array {
  return Float64Array.from(terms, (sum) =>
    sum.reduce((total, [element, weight]) => total + weight * values[element], 0),
  );
}

/** What the mapped numbers may be; `unit` is the rounding of each of their terms. */
export function mappedAccepted({ terms }: LinearMap, accepted: readonly Accepted[], unit: number): Accepted[] {
  return terms.map((sum) => {
    if (sum.length === 1 && sum[0][1] === 1) return accepted[sum[0][0]];
    let total: Interval = { lo: 0, hi: 0 };
    let mass = 0;
    for (const [element, weight] of sum) {
      const term = times(hull(accepted[element]), { lo: weight, hi: weight });
      total = plus(total, term);
      mass += Math.max(Math.abs(term.lo), Math.abs(term.hi));
    }
    if (!Number.isFinite(mass)) return [ANYTHING];
    const slack = sum.length * unit * mass;
    return [{ lo: total.lo - slack, hi: total.hi + slack }];
  });
}
