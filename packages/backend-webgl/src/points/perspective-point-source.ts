import { overAxes } from '../axis/axis-name.js';
import type { SampleVariant } from '../variant.js';
import { isReadSource, linesSource, placeSource } from './point-source.js';

/** Statements that read the perspective theta of crop n: the lines of its first two rows, as `linesSource`, and the last row. */
export const PERSPECTIVE_LINES: string = `
  ${linesSource(2, 9)}
  float theta6 = getTheta(n * 9 + 6);
  float theta7 = getTheta(n * 9 + 7);
  float theta8 = getTheta(n * 9 + 8);
  bool lastFinite = finite(theta6) && finite(theta7) && finite(theta8);
  float facing = theta8 < 0.0 ? -1.0 : 1.0;`;

/**
 * Statements that compute the point (x, y) of output (i, j) on these lines, and `valid`. One whose last row is (0, 0, 1) is the
 * affine one above that row, bit for bit.
 */
export function perspectivePointSource(variant: SampleVariant): string {
  const places = overAxes(2, (axis) => {
    const sum = `line${axis}X * (float(j) - middleX) + line${axis}Y * (float(i) - middleY) + line${axis}`;
    return `float from${axis} = over(${sum}, w); ${placeSource(axis, `from${axis}`)}`;
  });
  return `
    float w = theta6 * base(float(j), outSizeX, outSpanX) + theta7 * base(float(i), outSizeY, outSpanY) + theta8;
    ${places}
    bool valid = thetaFinite && lastFinite && w * facing > 0.0 && ${isReadSource(variant)};`;
}
