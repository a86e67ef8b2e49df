import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { addFillSlopes } from './fill-slopes';
import { ListsPlan } from './plan';
import { sumRun } from './slope-run';

/**
 * Differentiates a row of points by their coordinates and by the size of their outputs: along each axis the sum of
 * `gatherLists`, with that axis's slopes in place of its weights, summed over the channels with dy.
 */
export function slopeLists<T>(row: Row, plan: ListsPlan): void {
  for (let j = 0; j < row.points; j++) {
    const isInside = plan.compute(row, j);
    clear(row, j);
    if (!isInside) continue;
    slopePoint<T>(row, j, plan);
    if (row.problem.fillValue !== 0) addFillSlopes(row, j, plan.taps, 0);
  }
}

function clear(row: Row, j: i32): void {
  const size = row.footprint;
  row.gx[j] = 0;
  row.gy[j] = 0;
  row.gz[j] = 0;
  size.gx[j] = 0;
  size.gy[j] = 0;
  size.gz[j] = 0;
}

function slopePoint<T>(row: Row, j: i32, plan: ListsPlan): void {
  const image = row.image;
  const inner = image.inner;
  const y = plan.y;
  const z = plan.z;
  const size = row.footprint;
  const isRun = isFloat<T>() && plan.narrowRun(true);
  const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  let gx: f64 = 0;
  let gy: f64 = 0;
  let gz: f64 = 0;
  let sizeX: f64 = 0;
  let sizeY: f64 = 0;
  let sizeZ: f64 = 0;
  for (let n = 0; n < image.channels; n += isRun && inner > 1 ? 4 : 1) {
    const g = dy.from(n * row.crop.channelStride);
    const pixels = changetype<Pointer<T>>(row.imageAt).from(n * image.channelStride);
    for (let c = 0; c < z.taken[0]; c++) {
      for (let b = 0; b < y.taken[0]; b++) {
        const pixelRow = pixels.from(z.index[c] * image.zStride + y.index[b] * image.yStride);
        if (ASC_FEATURE_SIMD && isRun) {
          sumRun(plan, pixelRow.at(plan.x.index[0] * image.xStride), g.at(0), inner, image.channels - n);
        } else {
          sumRow<T>(plan, pixelRow, <f64>g[0], image.xStride);
        }
        const blend = plan.blend;
        const rowWeight = z.weight[c] * y.weight[b];
        gx += rowWeight * plan.rowSlope;
        sizeX += rowWeight * plan.rowSizeSlope;
        gy += z.weight[c] * y.slope[b] * blend;
        sizeY += z.weight[c] * y.sizeSlope[b] * blend;
        gz += z.slope[c] * y.weight[b] * blend;
        sizeZ += z.sizeSlope[c] * y.weight[b] * blend;
      }
    }
  }
  row.gx[j] = gx;
  row.gy[j] = gy;
  row.gz[j] = gz;
  size.gx[j] = sizeX;
  size.gy[j] = sizeY;
  size.gz[j] = sizeZ;
}

/** One image row: the sums of its taps' weights and slopes along x, times the pixels and g. */
function sumRow<T>(plan: ListsPlan, pixels: Pointer<T>, g: f64, step: i32): void {
  const x = plan.x;
  let blend: f64 = 0;
  let slope: f64 = 0;
  let sizeSlope: f64 = 0;
  for (let a = 0; a < x.taken[0]; a++) {
    const pixel = <f64>pixels[x.index[a] * step];
    blend += x.weight[a] * pixel;
    slope += x.slope[a] * pixel;
    sizeSlope += x.sizeSlope[a] * pixel;
  }
  plan.blend = g * blend;
  plan.rowSlope = g * slope;
  plan.rowSizeSlope = g * sizeSlope;
}
