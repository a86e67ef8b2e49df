import { FilteredTaps } from '../../axis/filtered-taps';
import { RowTaps } from '../../axis/row-taps';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';

/**
 * Adds the slopes of what is outside of point j, which is all fillValue: in x, fillValue · x' · (inside y) · (inside z), by the
 * coordinate and by the size. Added only where they are not 0, because an infinite fillValue times 0 is NaN.
 */
export function addFillSlopes(row: Row, j: i32, taps: RowTaps, tap: i32): void {
  const x = changetype<FilteredTaps>(taps.x);
  const y = changetype<FilteredTaps>(taps.y);
  const z = changetype<FilteredTaps>(taps.z);
  const b = taps.yAt + tap * taps.yStep;
  const c = taps.zAt + tap * taps.zStep;
  const isCut = x.outsideSlope[tap] !== 0 || y.outsideSlope[b] !== 0 || z.outsideSlope[c] !== 0;
  const isSizeCut = x.outsideSizeSlope[tap] !== 0 || y.outsideSizeSlope[b] !== 0 || z.outsideSizeSlope[c] !== 0;
  if (!isCut && !isSizeCut) return;
  const ix = 1 - x.outside[tap];
  const iy = 1 - y.outside[b];
  const iz = 1 - z.outside[c];
  const dy = changetype<Pointer<f32>>(row.cropAt).from(j * row.crop.xStride);
  let fill: f64 = 0;
  for (let n = 0; n < row.crop.channels; n++) fill += <f64>dy[n * row.crop.channelStride];
  fill *= row.problem.fillValue;
  addTo(row.gx, j, fill, x.outsideSlope[tap] * iy * iz);
  addTo(row.gy, j, fill, y.outsideSlope[b] * ix * iz);
  addTo(row.gz, j, fill, z.outsideSlope[c] * ix * iy);
  addTo(row.footprint.gx, j, fill, x.outsideSizeSlope[tap] * iy * iz);
  addTo(row.footprint.gy, j, fill, y.outsideSizeSlope[b] * ix * iz);
  addTo(row.footprint.gz, j, fill, z.outsideSizeSlope[c] * ix * iy);
}

function addTo(g: Pointer<f64>, j: i32, fill: f64, slope: f64): void {
  if (slope !== 0) g[j] = g[j] + fill * slope;
}
