import { axisNames } from '../axis/axis-name.js';
import { linesSource, placeOnLine, readThetaSource, validSource } from './line-source.js';

/**
 * Statements that project the place (u, v) of output (i, j) by a perspective theta that was read: `depth` is W, and
 * (projectedX, projectedY) is the point (X/W, Y/W). `inFront` is 0 for what is behind the camera.
 */
export const PROJECT = `
  const u = base(j, outX, outSpanX);
  const v = base(i, outY, outSpanY);
  const depth = thetaWX * u + thetaWY * v + thetaW;
  const projectedX = (thetaXX * u + thetaXY * v + thetaX) / depth;
  const projectedY = (thetaYX * u + thetaYY * v + thetaY) / depth;
  let ahead = depth;
  if (thetaW < 0) { ahead = -depth; }
  let inFront = 0;
  if (ahead > 0) { inFront = 1; }`;

/**
 * Statements that compute the pixel coordinates x, y of output (n, i, j) and `valid`. A theta whose last row is (0, 0, 1)
 * reads where the affine one above that row does.
 */
export function perspectivePointSource(): string {
  const coordinates = axisNames(2).map((axis) => {
    const x = axis.toLowerCase();
    return `
    let ${x} = (projected${axis} + 1) * (span${axis} / 2) - offset;
    if (thetaWX === 0 && thetaWY === 0 && thetaW === 1) { ${x} = ${placeOnLine(axis, 2)}; }`;
  });
  return `
    ${readThetaSource('perspective', 2)}
    ${linesSource(2)}
    ${PROJECT}
    ${coordinates.join('')}
    ${validSource(2, 'thetaTrace')}
    if (inFront < 0.5) { valid = 0; }`;
}
