import { type AxisName, axisNames } from '../axis/axis-name.js';
import type { Points } from './point-source.js';

/** 4u, where u = 2^-24 is the largest part of a number that float32 rounds away. */
const FOUR_ROUNDINGS = 2 ** -22;

/**
 * How far rounding may take a pixel coordinate: 4u·(|x| + S), and under a theta's row (a, b, c) 8u·(|a| + |b| + |c| + 1)·S/2
 * more; in perspective the entries are those of its last row, too, relative to the last entry.
 */
export function coordinateError(axis: AxisName, points: Points, dimensions: number): string {
  const lengths = [`Math.abs(${axis.toLowerCase()})`, `size${axis}`];
  const entriesOf = (row: string): string =>
    [...axisNames(dimensions), ''].map((along) => `Math.abs(theta${row}${along})`).join(' + ');
  if (points === 'theta') lengths.push(`(${entriesOf(axis)} + 1) * size${axis}`);
  if (points === 'perspective') {
    const entries = `(${entriesOf(axis)} + ${entriesOf('W')})`;
    lengths.push(`(thetaW === 0 ? 0 : ${entries} / Math.abs(thetaW) * size${axis})`);
  }
  return `${FOUR_ROUNDINGS} * (${lengths.join(' + ')})`;
}
