import type { KernelSource } from '../device/kernel-source.js';
import { LONG_SUM } from '../device/long-sum.js';
import { POINT_FUNCTIONS } from './point-functions.js';
import { locateSource } from './point-source.js';

const ENTRIES = Array.from({ length: 9 }, (_, k) => k);

/** Statements that read the theta of crop n, and say whether it is usable, and which sign is in front of the camera. */
const READ_THETA = `
  ${ENTRIES.map((k) => `float theta${k} = getTheta(n * 9 + ${k});`).join('\n  ')}
  bool usable = ${ENTRIES.map((k) => `finite(theta${k})`).join(' && ')};
  float facing = theta8 < 0.0 ? -1.0 : 1.0;`;

/** Statements that compute X, Y and W of output (i, j), and whether it is in front of the camera. */
const PROJECT = `
  float u = base(float(j), outSizeX, outSpanX);
  float v = base(float(i), outSizeY, outSpanY);
  float w = theta6 * u + theta7 * v + theta8;
  bool inFront = usable && w * facing > 0.0;
  float x = theta0 * u + theta1 * v + theta2;
  float y = theta3 * u + theta4 * v + theta5;`;

/** theta → grid; NaN behind the camera, and of a theta that is not finite. */
export const PERSPECTIVE_GRID_SOURCE: KernelSource = {
  tensors: ['theta'],
  functions: POINT_FUNCTIONS,
  body: `
    int point = at / 2;
    ${locateSource(2)}
    ${READ_THETA}
    ${PROJECT}
    result = uintBitsToFloat(0x7fc00000u);
    if (inFront) { result = (at == point * 2 ? x : y) / w; }`,
};

/**
 * The first half of dgrid, theta → dtheta: for each of nine entries of each theta, the sums over parts of the crop. `terms` adds
 * what output `place` at (u, v), where X, Y and W are `x`, `y` and `w`, has of the entry at `row` and `column`.
 */
export function perspectivePartsBody(terms: string): string {
  return `
    int entry = at / parts;
    int start = (at - entry * parts) * partLength;
    int n = entry / 9;
    int number = entry - n * 9;
    int row = number / 3;
    int column = number - row * 3;
    int end = min(start + partLength, perCrop);
    ${READ_THETA}
    ${LONG_SUM.start}
    for (int place = start; place < end; place++) {
      int i = place / outX;
      int j = place - i * outX;
      ${PROJECT}
      if (!inFront) { continue; }
      ${terms}
    }
    result = sum;`;
}

/**
 * dgrid, theta → dtheta, its first half. The terms are (gx, gy, -(gx·X/W + gy·Y/W)) / W by row, times (u, v, 1) by column.
 */
export const PERSPECTIVE_PARTS_SOURCE: KernelSource = {
  tensors: ['dgrid', 'theta'],
  functions: `${POINT_FUNCTIONS}
// Far away the product of a gradient that is 0 with a coordinate that is not finite is none.
float along(float g, float x) { return g == 0.0 ? 0.0 : g * x; }
`,
  body: perspectivePartsBody(`
      float gx = getDgrid((n * perCrop + place) * 2);
      float gy = getDgrid((n * perCrop + place) * 2 + 1);
      float share = row == 0 ? gx : row == 1 ? gy : -(along(gx, x / w) + along(gy, y / w));
      float factor = column == 0 ? u : column == 1 ? v : 1.0;
      ${LONG_SUM.add('share / w * factor')}`),
};
