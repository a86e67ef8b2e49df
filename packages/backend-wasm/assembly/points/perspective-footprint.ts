import { pixelsPerUnit } from '../axis/axis-taps';
import { Pointer } from '../memory/pointer';
import { apart, PerspectiveLine } from './perspective-line';
import { Row } from './row';

/**
 * Fills in the size of a row's outputs along an image axis: how far one output moves the point there, whose pixel coordinates
 * `x` are those of the lines. `depth0` is W at output 0 of the row, and a point without a place has none.
 */
export function fillPerspectiveSizes(
  size: Pointer<f64>,
  x: Pointer<f64>,
  line: PerspectiveLine,
  lineW: PerspectiveLine,
  depth0: f64,
  row: Row,
): void {
  const offset: f64 = row.problem.alignCorners !== 0 ? 0 : 0.5;
  for (let j = 0; j < row.points; j++) {
    const depth = depth0 + lineW.perX * (<f64>j + offset);
    const ratio = x[j] + offset;
    const perX = (line.perX - ratio * lineW.perX) / depth;
    const perY = (line.perY - ratio * lineW.perY) / depth;
    const hypot = Math.sqrt(perX * perX + perY * perY);
    size[j] = max<f64>(hypot, 1);
  }
}

/**
 * Takes the gradients of a row's points by the size of their outputs back to the nine sums of a theta, and to the gradients by
 * the normalised coordinates, from which `addPerspectiveRow` goes on. `columns` are the base coordinates u, v is that of the row.
 */
export function addPerspectiveSizes(
  sums: Pointer<f64>,
  theta: Pointer<f32>,
  row: Row,
  columns: Pointer<f64>,
  v: f64,
): void {
  addAxis(sums, theta, 0, row.footprint.x, row.footprint.gx, row.gx, row.image.width, row, columns, v);
  addAxis(sums, theta, 3, row.footprint.y, row.footprint.gy, row.gy, row.image.height, row, columns, v);
}

/** One axis of the image, whose row of theta is at `first`; with t = X/W, the derivatives of t by u and v are (theta - t · theta2) / W. */
function addAxis(
  sums: Pointer<f64>,
  theta: Pointer<f32>,
  first: i32,
  size: Pointer<f64>,
  gSize: Pointer<f64>,
  g: Pointer<f64>,
  length: i32,
  row: Row,
  columns: Pointer<f64>,
  v: f64,
): void {
  const problem = row.problem;
  const alignCorners = problem.alignCorners !== 0;
  const scale = pixelsPerUnit(length, alignCorners);
  const scaleU = scale * apart(problem.width, alignCorners);
  const scaleV = scale * apart(problem.height, alignCorners);
  const a = <f64>theta[first];
  const b = <f64>theta[first + 1];
  const c = <f64>theta[6];
  const d = <f64>theta[7];
  for (let j = 0; j < row.points; j++) {
    if (!(size[j] > 1) || gSize[j] === 0) continue;
    const u = columns[j];
    const w = c * u + d * v + <f64>theta[8];
    const t = (a * u + b * v + <f64>theta[first + 2]) / w;
    const perU = (a - t * c) / w;
    const perV = (b - t * d) / w;
    const byU = (gSize[j] * perU * scaleU * scaleU) / (size[j] * w);
    const byV = (gSize[j] * perV * scaleV * scaleV) / (size[j] * w);
    const byW = -(byU * perU + byV * perV);
    sums[first] = sums[first] + byU;
    sums[first + 1] = sums[first + 1] + byV;
    sums[6] = sums[6] - byU * t + byW * u;
    sums[7] = sums[7] - byV * t + byW * v;
    sums[8] = sums[8] + byW;
    g[j] = g[j] - (byU * c + byV * d);
  }
}
