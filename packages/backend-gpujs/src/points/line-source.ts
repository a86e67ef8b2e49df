import { type AxisName, axisNames } from '../axis/axis-name.js';
import { OUTPUT_INDEX } from './locate-source.js';

/**
 * Statements that read the theta of crop n, row by row: thetaXX, thetaXY, thetaX, and so on. A perspective theta has the row
 * W besides. `thetaTrace` is finite when all of it is.
 */
export function readThetaSource(points: 'theta' | 'perspective', dimensions: number): string {
  const axes = axisNames(dimensions);
  const rows = points === 'perspective' ? [...axes, 'W'] : axes;
  const columns = [...axes, ''];
  const reads = rows.flatMap((axis, row) =>
    columns.map((along, column) => {
      const entry = row * columns.length + column;
      return `const theta${axis}${along} = ${points}[n * ${rows.length * columns.length} + ${entry}];`;
    }),
  );
  const entries = rows.flatMap((axis) => columns.map((along) => `theta${axis}${along}`));
  return [...reads, `const thetaTrace = ${traceOf(entries)};`].join('\n');
}

/**
 * Statements that turn the theta of {@link readThetaSource} into lines: x is lineXX·(j + offset) + lineXY·(i + offset) +
 * lineX - offset, in pixels throughout and never by way of [-1, 1], so that the identity lands on whole pixels exactly.
 */
export function linesSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  const statements = axes.flatMap((axis) => {
    const lines = axes.map((along) => `const line${axis}${along} = theta${axis}${along} * ratio${axis}${along};`);
    const centre = [`theta${axis} + 1`, ...axes.map((along) => `kept${along} * theta${axis}${along}`)].join(' - ');
    return [...lines, `const line${axis} = span${axis} * (${centre}) / 2;`];
  });
  return statements.join('\n');
}

/** Statements that compute the point (x, y(, z)) of output (k, i, j) on the lines of {@link linesSource}, and `valid`. */
export function pointOnLinesSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  const statements = axes.map((axis) => `const ${axis.toLowerCase()} = ${placeOnLine(axis, dimensions)};`);
  return [...statements, validSource(dimensions, 'thetaTrace')].join('\n');
}

/** The coordinate of output (k, i, j) along an axis, on the lines of {@link linesSource}. */
export function placeOnLine(axis: AxisName, dimensions: number): string {
  const terms = axisNames(dimensions).map((along) => `line${axis}${along} * (${OUTPUT_INDEX[along]} + offset)`);
  return `${terms.join(' + ')} + line${axis} - offset`;
}

/**
 * Statements that make `valid` 0 where a coordinate, or a trace of what it was computed of, is not finite, or a coordinate
 * is farther outside of the image than `cutoff`.
 */
export function validSource(dimensions: number, trace: string): string {
  const axes = axisNames(dimensions);
  const coordinates = axes.map((axis) => axis.toLowerCase());
  const isOff = axes.map((axis, a) => `${coordinates[a]} < -cutoff || ${coordinates[a]} > size${axis} - 1 + cutoff`);
  return `
    let valid = finite(${largestOf(coordinates)} + ${trace} + ${traceOf(coordinates)});
    if (${isOff.join(' || ')}) { valid = 0; }`;
}

/** A sum that is next to nothing, but for numbers that are not finite. */
export function traceOf(numbers: readonly string[]): string {
  return numbers.map((number) => `Math.abs(${number}) * 1e-30`).join(' + ');
}

/** The largest of numbers, signs aside; what NaN gives differs by device. */
function largestOf(numbers: readonly string[]): string {
  return numbers.map((number) => `Math.abs(${number})`).reduce((largest, number) => `Math.max(${largest}, ${number})`);
}
