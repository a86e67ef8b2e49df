import { pixelsPerUnit } from '../../axis/axis-taps';
import { Pointer } from '../../memory/pointer';
import { Row } from '../../points/row';
import { TapsPlan } from '../taps/plan';
import { slopeOne } from '../taps/slope';
import { findVolumeCells, VolumeCellsPlan } from './plan';

/** Differentiates a row cell by cell; points with no whole cell tap by tap. */
export function slopeVolumeCells<T>(row: Row, cells: VolumeCellsPlan, tapsPlan: TapsPlan): void {
  findVolumeCells(cells, row, false);
  slopeWholeCells<T>(row, cells);
  if (!cells.hasParts) return;
  for (let j = 0; j < row.points; j++) if (cells.offset[j] < 0) slopeOne<T>(row, j, tapsPlan);
}

function slopeWholeCells<T>(row: Row, cells: VolumeCellsPlan): void {
  const volume = changetype<Pointer<T>>(row.imageAt);
  const dy = changetype<Pointer<f32>>(row.cropAt);
  const volumeLayout = row.image;
  const cropLayout = row.crop;
  const alignCorners = row.problem.alignCorners !== 0;
  const scaleX = pixelsPerUnit(volumeLayout.width, alignCorners);
  const scaleY = pixelsPerUnit(volumeLayout.height, alignCorners);
  const scaleZ = pixelsPerUnit(volumeLayout.depth, alignCorners);
  const right = volumeLayout.xStride;
  const down = volumeLayout.yStride;
  const back = volumeLayout.zStride;
  for (let j = 0; j < row.points; j++) {
    if (cells.offset[j] < 0) continue;
    let a = cells.offset[j];
    let from = j * cropLayout.xStride;
    let d000: f64 = 0;
    let d001: f64 = 0;
    let d010: f64 = 0;
    let d011: f64 = 0;
    let d100: f64 = 0;
    let d101: f64 = 0;
    let d110: f64 = 0;
    let d111: f64 = 0;
    for (let n = 0; n < cropLayout.channels; n++) {
      const b = a + down;
      const c = a + back;
      const d = c + down;
      const g = <f64>dy[from];
      d000 += g * <f64>volume[a];
      d001 += g * <f64>volume[a + right];
      d010 += g * <f64>volume[b];
      d011 += g * <f64>volume[b + right];
      d100 += g * <f64>volume[c];
      d101 += g * <f64>volume[c + right];
      d110 += g * <f64>volume[d];
      d111 += g * <f64>volume[d + right];
      a += volumeLayout.channelStride;
      from += cropLayout.channelStride;
    }
    const u = <f64>cells.tx[j];
    const v = <f64>cells.ty[j];
    const w = <f64>cells.tz[j];
    const near = (1 - v) * (d001 - d000) + v * (d011 - d010);
    const far = (1 - v) * (d101 - d100) + v * (d111 - d110);
    row.gx[j] = scaleX * ((1 - w) * near + w * far);
    const front = (1 - u) * (d010 - d000) + u * (d011 - d001);
    const rear = (1 - u) * (d110 - d100) + u * (d111 - d101);
    row.gy[j] = scaleY * ((1 - w) * front + w * rear);
    const top = (1 - u) * (d100 - d000) + u * (d101 - d001);
    const bottom = (1 - u) * (d110 - d010) + u * (d111 - d011);
    row.gz[j] = scaleZ * ((1 - v) * top + v * bottom);
  }
}
