import { type AxisName, axisNames } from '../../axis/axis-name.js';
import type { FunctionSource } from '../../device/kernel-source.js';
import { OUTPUT_INDEX } from '../../points/locate-source.js';

/** The functions that {@link indexLoops} calls: bounds of an index whose multiple by a lies between low and high. */
export const INDEX_FUNCTIONS: readonly FunctionSource[] = [
  // a = 0 means all or nothing.
  {
    arity: 3,
    source: `function lowest(a, low, high) {
      if (a > 0) { return low / a; }
      if (a < 0) { return high / a; }
      if (low <= 0 && high >= 0) { return -1e30; }
      return 1e30;
    }`,
  },
  {
    arity: 3,
    source: `function highest(a, low, high) {
      if (a > 0) { return high / a; }
      if (a < 0) { return low / a; }
      if (low <= 0 && high >= 0) { return 1e30; }
      return -1e30;
    }`,
  },
];

/** Loops over the outputs that may read the strips: the outer index is bounded first, the others for each value of it. */
export function indexLoops(dimensions: number, visit: string): string {
  const axes = axisNames(dimensions);
  return axes.reduce((inner, along, level) => {
    const inward = axes.slice(0, level);
    const outward = axes.slice(level + 1);
    /** The bounds on this index's and the inner ones' share of an axis, the outer ones being known. */
    const bounds = axes.map((axis) => {
      const known = outward.map((outer) => ` - line${axis}${outer} * ${OUTPUT_INDEX[outer]}`).join('');
      return { axis, low: `low${axis}${known}`, high: `high${axis}${known}` };
    });
    const lowest: string[] = ['0'];
    const highest: string[] = [`out${along} - 1`];
    const bound = (factor: string, low: string, high: string): void => {
      lowest.push(`Math.ceil(lowest(${factor}, ${low}, ${high}) - 0.01)`);
      highest.push(`Math.floor(highest(${factor}, ${low}, ${high}) + 0.01)`);
    };
    // Each axis alone, with the inner indices anywhere.
    for (const { axis, low, high } of bounds) {
      const steps = inward.map((inner) => `line${axis}${inner} * (out${inner} - 1)`);
      const most = steps.map((step) => ` - Math.max(0, ${step})`).join('');
      const least = steps.map((step) => ` - Math.min(0, ${step})`).join('');
      bound(`line${axis}${along}`, `${low}${most}`, `${high}${least}`);
    }
    // Axes together, with the inner indices eliminated.
    for (const chosen of combinations(bounds, level + 1)) {
      if (level === 0) break;
      const factors = chosen.map((_, left) =>
        cofactor(
          chosen.map(({ axis }) => axis),
          inward,
          left,
        ),
      );
      const total = chosen.map(({ axis }, c) => `${factors[c]} * line${axis}${along}`).join(' + ');
      const low = chosen.map((one, c) => `Math.min(${factors[c]} * (${one.low}), ${factors[c]} * (${one.high}))`);
      const high = chosen.map((one, c) => `Math.max(${factors[c]} * (${one.low}), ${factors[c]} * (${one.high}))`);
      bound(total, low.join(' + '), high.join(' + '));
    }
    const index = OUTPUT_INDEX[along];
    return `
      const last${along} = ${nested('Math.min', highest)};
      for (let ${index} = ${nested('Math.max', lowest)}; ${index} <= last${along}; ${index}++) {
        ${inner}
      }`;
  }, visit);
}

/** The factor of one axis in the combination of axes that eliminates the inner indices, with its sign. */
function cofactor(axes: readonly AxisName[], inward: readonly AxisName[], left: number): string {
  const rows = axes.filter((_, a) => a !== left);
  const sign = (left + axes.length - 1) % 2 === 0 ? '' : '-';
  if (rows.length === 1) return `(${sign}line${rows[0]}${inward[0]})`;
  const [p, q] = rows;
  const [a, b] = inward;
  return `(${sign}(line${p}${a} * line${q}${b} - line${p}${b} * line${q}${a}))`;
}

function combinations<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, at) => combinations(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
}

function nested(call: string, values: readonly string[]): string {
  return values.reduce((all, value) => `${call}(${all}, ${value})`);
}
