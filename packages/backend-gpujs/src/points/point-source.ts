import { type AxisName, axisNames } from '../axis/axis-name.js';

/** What says where outputs read: a theta per crop, or a grid. */
export type Points = 'theta' | 'grid';

/** The index of an output along an axis: j along x, i along y, k along z. */
export const OUTPUT_INDEX: Record<AxisName, string> = { X: 'j', Y: 'i', Z: 'k' };

/** Statements that take the index `point` of an output apart, into its crop n and its place k, i, j. */
export function locateSource(dimensions: number): string {
  const [, ...rest] = axisNames(dimensions);
  return `
    const row = quotient(point, outX);
    const j = point - row * outX;
    ${
      rest.length === 1
        ? `
    const n = quotient(row, outY);
    const i = row - n * outY;`
        : `
    const slice = quotient(row, outY);
    const i = row - slice * outY;
    const n = quotient(slice, outZ);
    const k = slice - n * outZ;`
    }`;
}

/** The numbers that {@link locateSource} reads. */
export function locateNumbers(dimensions: number): string[] {
  return axisNames(dimensions).map((axis) => `out${axis}`);
}

/**
 * Statements that compute the pixel coordinates x, y(, z) of output (n, k, i, j), before padding; `valid` is 0 for a point
 * that samples nothing, as any number behind it is not finite. That is one comparison of a sum: out of several, drivers
 * make one of a maximum, and a maximum leaves NaN out.
 */
export function coordinatesSource(points: Points, dimensions: number): string {
  return points === 'theta'
    ? `${linesSource(dimensions)} ${pointOnLinesSource(dimensions)}`
    : gridPointSource(dimensions);
}

/**
 * Statements that read the theta of crop n: x is lineXX·(j + offset) + lineXY·(i + offset) + lineX - offset, in pixels
 * throughout and never by way of [-1, 1], so that the identity lands on whole pixels exactly. `thetaTrace` is
 * finite when all of it is.
 */
export function linesSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  const columns = dimensions + 1;
  const statements = axes.flatMap((axis, row) => {
    const reads = [...axes, ''].map(
      (along, column) => `const theta${axis}${along} = theta[n * ${dimensions * columns} + ${row * columns + column}];`,
    );
    const lines = axes.map((along) => `const line${axis}${along} = theta${axis}${along} * ratio${axis}${along};`);
    const centre = [`theta${axis} + 1`, ...axes.map((along) => `kept${along} * theta${axis}${along}`)].join(' - ');
    return [...reads, ...lines, `const line${axis} = span${axis} * (${centre}) / 2;`];
  });
  const entries = axes.flatMap((axis) => [...axes, ''].map((along) => `theta${axis}${along}`));
  return [...statements, `const thetaTrace = ${traceOf(entries)};`].join('\n');
}

/** Statements that compute the point (x, y(, z)) of output (k, i, j) on the lines of {@link linesSource}, and `valid`. */
export function pointOnLinesSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  const statements = axes.map((axis) => {
    const terms = axes.map((along) => `line${axis}${along} * (${OUTPUT_INDEX[along]} + offset)`);
    return `const ${axis.toLowerCase()} = ${terms.join(' + ')} + line${axis} - offset;`;
  });
  const coordinates = axes.map((axis) => axis.toLowerCase());
  return [
    ...statements,
    `const valid = finite(${largestOf(coordinates)} + thetaTrace + ${traceOf(coordinates)});`,
  ].join('\n');
}

function gridPointSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  const statements = axes.flatMap((axis, at) => [
    `const grid${axis} = grid[point * ${dimensions} + ${at}];`,
    `const ${axis.toLowerCase()} = (grid${axis} + 1) * (span${axis} / 2) - offset;`,
  ]);
  const grids = axes.map((axis) => `grid${axis}`);
  const coordinates = axes.map((axis) => axis.toLowerCase());
  const size = `${largestOf(coordinates)} + ${traceOf([...grids, ...coordinates])}`;
  return [...statements, `const valid = finite(${size});`].join('\n');
}

/** A sum that is next to nothing, but for numbers that are not finite. */
function traceOf(numbers: readonly string[]): string {
  return numbers.map((number) => `Math.abs(${number}) * 1e-30`).join(' + ');
}

/** The largest of numbers, signs aside; what NaN gives differs by device. */
function largestOf(numbers: readonly string[]): string {
  return numbers.map((number) => `Math.abs(${number})`).reduce((largest, number) => `Math.max(${largest}, ${number})`);
}

/** The numbers that {@link coordinatesSource} reads, besides those of {@link axisNumbers}. */
export function coordinateNumbers(points: Points, dimensions: number): string[] {
  if (points === 'grid') return [];
  const axes = axisNames(dimensions);
  return axes.flatMap((axis) => [`kept${axis}`, ...axes.map((along) => `ratio${axis}${along}`)]);
}

/** What is known of each axis of the image, and of the outputs' places on their pixels. */
export function axisNumbers(dimensions: number): string[] {
  return [...axisNames(dimensions).flatMap((axis) => [`size${axis}`, `span${axis}`]), 'offset'];
}
