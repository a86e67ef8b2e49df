import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TangentPlan } from './plan';

/**
 * The gradient of the derivative along the tangent h by the points: along x, Σ dy · (hx·x''·y·z + hy·x'·y'·z + hz·x'·y·z')
 * · image, and the others likewise.
 */
export function slopeTangent<T>(row: Row, plan: TangentPlan): void {
  plan.compute(row);
  for (let j = 0; j < row.points; j++) {
    plan.enterPoint(row, j);
    slopePoint<T>(row, j, plan);
    if (row.problem.fillValue !== 0 && plan.readsAny(j)) addFill(row, j, plan);
  }
}

function slopePoint<T>(row: Row, j: i32, plan: TangentPlan): void {
  const taps = plan.points.taps;
  const x = taps.x;
  const y = taps.y;
  const z = taps.z;
  const hx = plan.hx;
  const hy = plan.hy;
  const hz = plan.hz;
  const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  const image = changetype<Pointer<T>>(row.imageAt);
  const zFrom = j * taps.zStep * z.count;
  let gx: f64 = 0;
  let gy: f64 = 0;
  let gz: f64 = 0;
  for (let c = zFrom; c < zFrom + z.count; c++) {
    if (z.index[c] < 0) continue;
    const wz = z.weight[c];
    const sz = z.slope[c];
    for (let b = j * y.count; b < (j + 1) * y.count; b++) {
      if (y.index[b] < 0) continue;
      const wy = y.weight[b];
      const sy = y.slope[b];
      const imageRow = image.from(z.index[c] * row.image.zStride + y.index[b] * row.image.yStride);
      for (let a = j * x.count; a < (j + 1) * x.count; a++) {
        if (x.index[a] < 0) continue;
        const wx = x.weight[a];
        const sx = x.slope[a];
        const pixel = imageRow.from(x.index[a] * row.image.xStride);
        let dot: f64 = 0;
        for (let n = 0; n < row.crop.channels; n++) {
          dot += <f64>dy[n * row.crop.channelStride] * <f64>pixel[n * row.image.channelStride];
        }
        gx += dot * (hx * plan.x.ofTap[a] * wy * wz + hy * sx * sy * wz + hz * sx * wy * sz);
        gy += dot * (hx * sx * sy * wz + hy * wx * plan.y.ofTap[b] * wz + hz * wx * sy * sz);
        gz += dot * (hx * sx * wy * sz + hy * wx * sy * sz + hz * wx * wy * plan.z.ofTap[c]);
      }
    }
  }
  row.gx[j] = gx;
  row.gy[j] = gy;
  row.gz[j] = gz;
}

/**
 * What the taps outside add: the second derivatives of the weight outside, 1 - (1 - ox)·(1 - oy)·(1 - oz). Added only where
 * they are not 0, because an infinite fillValue times 0 is NaN.
 */
function addFill(row: Row, j: i32, plan: TangentPlan): void {
  const taps = plan.points.taps;
  const c = j * taps.zStep;
  const ix = 1 - taps.x.outside[j];
  const iy = 1 - taps.y.outside[j];
  const iz = 1 - taps.z.outside[c];
  const sx = taps.x.outsideSlope[j];
  const sy = taps.y.outsideSlope[j];
  const sz = taps.z.outsideSlope[c];
  const hx = plan.hx;
  const hy = plan.hy;
  const hz = plan.hz;
  const alongX = hx * plan.x.outside[j] * iy * iz - hy * sx * sy * iz - hz * sx * iy * sz;
  const alongY = hy * ix * plan.y.outside[j] * iz - hx * sx * sy * iz - hz * ix * sy * sz;
  const alongZ = hz * ix * iy * plan.z.outside[c] - hx * sx * iy * sz - hy * ix * sy * sz;
  if (alongX === 0 && alongY === 0 && alongZ === 0) return;
  const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  let fill: f64 = 0;
  for (let n = 0; n < row.crop.channels; n++) fill += <f64>dy[n * row.crop.channelStride];
  fill *= row.problem.fillValue;
  if (alongX !== 0) row.gx[j] = row.gx[j] + fill * alongX;
  if (alongY !== 0) row.gy[j] = row.gy[j] + fill * alongY;
  if (alongZ !== 0) row.gz[j] = row.gz[j] + fill * alongZ;
}
