import { type AxisName, axisNames } from '../../axis/axis-name.js';
import { OUTPUT_INDEX } from '../../points/point-source.js';

/** The functions that {@link indexLoops} calls: bounds of an index whose multiple by a lies between low and high. */
export const INDEX_FUNCTIONS: string = `
// a = 0 means all or nothing.
float lowest(float a, float low, float high) {
  if (a > 0.0) { return low / a; }
  if (a < 0.0) { return high / a; }
  return low <= 0.0 && high >= 0.0 ? -1e30 : 1e30;
}
float highest(float a, float low, float high) {
  if (a > 0.0) { return high / a; }
  if (a < 0.0) { return low / a; }
  return low <= 0.0 && high >= 0.0 ? 1e30 : -1e30;
}
`;

/**
 * Loops over the outputs that may read the strips `lowX` to `highX`: the outer index is bounded first, the others for each
 * value of it. Where `everywhere`, it loops over all outputs, and no bound is looked at: numbers too large for one may be NaN, and
 * a loop to NaN need not end.
 */
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
    const lowest: string[] = ['0.0'];
    const highest: string[] = [`outSize${along} - 1.0`];
    const bound = (factor: string, low: string, high: string): void => {
      lowest.push(`ceil(lowest(${factor}, ${low}, ${high}) - 0.01)`);
      highest.push(`floor(highest(${factor}, ${low}, ${high}) + 0.01)`);
    };
    // Each axis alone, with the inner indices anywhere.
    for (const { axis, low, high } of bounds) {
      const steps = inward.map((inner) => `line${axis}${inner} * (outSize${inner} - 1.0)`);
      const most = steps.map((step) => ` - max(0.0, ${step})`).join('');
      const least = steps.map((step) => ` - min(0.0, ${step})`).join('');
      bound(`line${axis}${along}`, `${low}${most}`, `${high}${least}`);
    }
    // Axes together, with the inner indices eliminated.
    for (const chosen of level === 0 ? [] : combinations(bounds, level + 1)) {
      const names = chosen.map(({ axis }) => axis);
      const factors = chosen.map((_, left) => cofactor(names, inward, left));
      const total = names.map((axis, c) => `${factors[c]} * line${axis}${along}`).join(' + ');
      const low = chosen.map((one, c) => `min(${factors[c]} * (${one.low}), ${factors[c]} * (${one.high}))`);
      const high = chosen.map((one, c) => `max(${factors[c]} * (${one.low}), ${factors[c]} * (${one.high}))`);
      bound(total, low.join(' + '), high.join(' + '));
    }
    const index = OUTPUT_INDEX[along];
    return `
      float last${along} = everywhere ? outSize${along} - 1.0 : ${nested('min', highest)};
      for (float ${index} = everywhere ? 0.0 : ${nested('max', lowest)}; ${index} <= last${along}; ${index}++) {
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
