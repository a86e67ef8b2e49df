import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { ListsPlan } from './plan';

/**
 * Differentiates a row of points by their coordinates and by the size of their outputs: along each axis the sum of
 * `gatherLists`, with that axis's slopes in place of its weights, summed over the channels with dy.
 */
export function slopeLists<T>(row: Row, plan: ListsPlan): void {
  for (let j = 0; j < row.points; j++) {
    const isInside = plan.compute(row, j);
    slopePoint<T>(row, j, plan, isInside);
    if (isInside && row.problem.fillValue !== 0) addFill(row, j, plan);
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

/**
 * The slopes of what is outside, which is all fillValue: in x, fillValue · x' · (inside y) · (inside z). Added only where they
 * are not 0, because an infinite fillValue times 0 is NaN.
 */
function addFill(row: Row, j: i32, plan: ListsPlan): void {
  const x = plan.x;
  const y = plan.y;
  const z = plan.z;
  const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  let fill: f64 = 0;
  for (let n = 0; n < row.crop.channels; n++) fill += <f64>dy[n * row.crop.channelStride];
  fill *= row.problem.fillValue;
  const ix = 1 - x.outside[0];
  const iy = 1 - y.outside[0];
  const iz = 1 - z.outside[0];
  addTo(row.gx, j, fill, x.outsideSlope[0] * iy * iz);
  addTo(row.gy, j, fill, y.outsideSlope[0] * ix * iz);
  addTo(row.gz, j, fill, z.outsideSlope[0] * ix * iy);
  addTo(row.footprint.gx, j, fill, x.outsideSizeSlope[0] * iy * iz);
  addTo(row.footprint.gy, j, fill, y.outsideSizeSlope[0] * ix * iz);
  addTo(row.footprint.gz, j, fill, z.outsideSizeSlope[0] * ix * iy);
}

function addTo(g: Pointer<f64>, j: i32, fill: f64, slope: f64): void {
  if (slope !== 0) g[j] = g[j] + fill * slope;
}
