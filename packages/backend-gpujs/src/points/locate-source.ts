import { type AxisName, axisNames } from '../axis/axis-name.js';

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

/** The spans of the output's axes, which the function `base` divides by. */
export function baseNumbers(dimensions: number): string[] {
  return axisNames(dimensions).map((axis) => `outSpan${axis}`);
}
