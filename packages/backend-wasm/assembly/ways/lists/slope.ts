import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { addFillSlopes } from './fill-slopes';
import { ListsPlan } from './plan';

/**
 * Differentiates a row of points by their coordinates and by the size of their outputs: along each axis the sum of
 * `gatherLists`, with that axis's slopes in place of its weights, summed over the channels with dy.
 */
export function slopeLists<T>(row: Row, plan: ListsPlan): void {
  for (let j = 0; j < row.points; j++) {
    const isInside = plan.compute(row, j);
    slopePoint<T>(row, j, plan, isInside);
    if (isInside && row.problem.fillValue !== 0) addFillSlopes(row, j, plan.taps, 0);
  }
}

function slopePoint<T>(row: Row, j: i32, plan: ListsPlan, isInside: bool): void {
  const image = row.image;
  const x = plan.x;
  const y = plan.y;
  const z = plan.z;
  const columns = isInside ? x.taken[0] : 0;
  const step = image.xStride;
  const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  const size = row.footprint;
  let gx: f64 = 0;
  let gy: f64 = 0;
  let gz: f64 = 0;
  let sizeX: f64 = 0;
  let sizeY: f64 = 0;
  let sizeZ: f64 = 0;
  for (let n = 0; n < image.channels && isInside; n++) {
    const g = <f64>dy[n * row.crop.channelStride];
    const pixels = changetype<Pointer<T>>(row.imageAt).from(n * image.channelStride);
    for (let c = 0; c < z.taken[0]; c++) {
      for (let b = 0; b < y.taken[0]; b++) {
        const pixelRow = pixels.from(z.index[c] * image.zStride + y.index[b] * image.yStride);
        let blend: f64 = 0;
        let slope: f64 = 0;
        let sizeSlope: f64 = 0;
        for (let a = 0; a < columns; a++) {
          const pixel = <f64>pixelRow[x.index[a] * step];
          blend += x.weight[a] * pixel;
          slope += x.slope[a] * pixel;
          sizeSlope += x.sizeSlope[a] * pixel;
        }
        blend *= g;
        const rowWeight = g * z.weight[c] * y.weight[b];
        gx += rowWeight * slope;
        sizeX += rowWeight * sizeSlope;
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
