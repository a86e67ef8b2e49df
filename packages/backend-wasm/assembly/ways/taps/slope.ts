import { RowTaps } from '../../axis/row-taps';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TapsPlan } from './plan';

/**
 * Differentiates a row of points by their coordinates: along each axis the sum of `gatherTaps`, with that axis's slopes in
 * place of its weights, summed over the channels with dy.
 */
export function slopeTaps<T>(row: Row, plan: TapsPlan): void {
  plan.compute(row, 0, row.points);
  slopePoints<T>(row, 0, row.points, plan.taps);
}

/** The same for point j alone. */
export function slopeOne<T>(row: Row, j: i32, plan: TapsPlan): void {
  plan.compute(row, j, 1);
  slopePoints<T>(row, j, 1, plan.taps);
}

/** Differentiates so many points from one on, with the first of some taps. */
export function slopePoints<T>(row: Row, from: i32, points: i32, taps: RowTaps): void {
  const x = taps.x;
  const y = taps.y;
  const z = taps.z;
  const image = changetype<Pointer<T>>(row.imageAt);
  const channels = row.crop.channels;
  const step = row.image.channelStride;
  const dyStep = row.crop.channelStride;
  for (let j = 0; j < points; j++) {
    const xFrom = j * x.count;
    const yFrom = (taps.yAt + j * taps.yStep) * y.count;
    const zFrom = (taps.zAt + j * taps.zStep) * z.count;
    const dy = changetype<Pointer<f32>>(row.cropAt).from((from + j) * row.crop.xStride);
    let gx: f64 = 0;
    let gy: f64 = 0;
    let gz: f64 = 0;
    for (let c = zFrom; c < zFrom + z.count; c++) {
      if (z.index[c] < 0) continue;
      for (let b = yFrom; b < yFrom + y.count; b++) {
        if (y.index[b] < 0) continue;
        const imageRow = image.from(z.index[c] * row.image.zStride + y.index[b] * row.image.yStride);
        for (let a = xFrom; a < xFrom + x.count; a++) {
          if (x.index[a] < 0) continue;
          const pixel = imageRow.from(x.index[a] * row.image.xStride);
          let dot: f64 = 0;
          for (let n = 0; n < channels; n++) dot += <f64>dy[n * dyStep] * <f64>pixel[n * step];
          gx += dot * x.slope[a] * y.weight[b] * z.weight[c];
          gy += dot * x.weight[a] * y.slope[b] * z.weight[c];
          gz += dot * x.weight[a] * y.weight[b] * z.slope[c];
        }
      }
    }
    row.gx[from + j] = gx;
    row.gy[from + j] = gy;
    row.gz[from + j] = gz;
  }
  if (row.problem.fillValue !== 0) addFillSlopes(row, from, points, taps);
}

/**
 * The slopes of the taps outside, which all read fillValue: in x, fillValue · x' · (inside y) · (inside z). Added only
 * where they are not 0, because an infinite fillValue times 0 is NaN.
 */
export function addFillSlopes(row: Row, from: i32, points: i32, taps: RowTaps): void {
  const x = taps.x;
  const y = taps.y;
  const z = taps.z;
  const dyStep = row.crop.channelStride;
  for (let j = 0; j < points; j++) {
    const b = taps.yAt + j * taps.yStep;
    const c = taps.zAt + j * taps.zStep;
    const ix = 1 - x.outside[j];
    const iy = 1 - y.outside[b];
    const iz = 1 - z.outside[c];
    const sx = x.outsideSlope[j] * iy * iz;
    const sy = y.outsideSlope[b] * ix * iz;
    const sz = z.outsideSlope[c] * ix * iy;
    if (sx === 0 && sy === 0 && sz === 0) continue;
    const to = from + j;
    const dy = changetype<Pointer<f32>>(row.cropAt).from(to * row.crop.xStride);
    let fill: f64 = 0;
    for (let n = 0; n < row.crop.channels; n++) fill += <f64>dy[n * dyStep];
    fill *= row.problem.fillValue;
    if (sx !== 0) row.gx[to] = row.gx[to] + fill * sx;
    if (sy !== 0) row.gy[to] = row.gy[to] + fill * sy;
    if (sz !== 0) row.gz[to] = row.gz[to] + fill * sz;
  }
}
