import { Lanes } from '../../memory/lanes';
import { Row } from '../../points/row';
import { MOST_TERMS } from '../../points/theta-sums';
import { BlendPlan } from '../blended-rows/plan';
import { slopeBlendedRow } from '../blended-rows/slope';
import { slopePoints } from '../taps/slope';
import { BoxCellsPlan, CellColumn, hasNoRows, hasWholeRows, stepOf } from './plan';

/**
 * The theta gradient of a row of whole cells: the four pixels of each point are read once for both axes, and the gradients
 * of single points are never made. Rows that are half outside the image are blended, and columns that are so are taken one by one.
 */
export function slopeBoxCells<T>(row: Row, plan: BoxCellsPlan, blendPlan: BlendPlan): void {
  const taps = plan.box.taps;
  if (hasNoRows(taps)) return;
  if (!hasWholeRows(taps)) {
    slopeBlendedRow<T>(row, blendPlan);
    return;
  }
  plan.box.sums.enterRow(taps);
  const inner = row.image.inner;
  const near = taps.y.index[2 * taps.yAt];
  const upper = row.imageAt + ((<usize>(near * row.image.yStride)) << 2);
  // A vector may reach over the end of a row's last pixel, but not over the end of all.
  const end = max(near, taps.y.index[2 * taps.yAt + 1]) + 1;
  const isInside =
    row.imageAt + ((<usize>(end * row.image.yStride)) << 2) + 16 <= row.imagesEnd &&
    row.cropAt + ((<usize>(row.points * inner)) << 2) + 16 <= row.cropsEnd;
  if (plan.from[0] > 0) addEdges<T>(row, plan, 0, plan.from[0]);
  for (let run = 0; run < plan.runs; run++) {
    const end = plan.to[run];
    // A long row is added up in parts, as float32 sums of many terms are too coarse.
    for (let from = plan.from[run]; from < end; from += MOST_TERMS) {
      const to = min(from + MOST_TERMS, end);
      if (inner > 3) Cells.add(row, plan, upper, from, to, inner, true, true);
      else if (!isInside) Cells.add(row, plan, upper, from, to, inner, false, false);
      else if (inner === 3) Cells.add(row, plan, upper, from, to, 3, false, true);
      else Cells.add(row, plan, upper, from, to, 2, false, true);
    }
    if (plan.from[run + 1] > end) addEdges<T>(row, plan, end, plan.from[run + 1]);
  }
}

/** Columns that are in no run, one by one. */
function addEdges<T>(row: Row, plan: BoxCellsPlan, from: i32, to: i32): void {
  const sums = plan.box.sums;
  for (let j = from; j < to; j++) {
    if (!plan.enterEdge(j)) continue;
    slopePoints<T>(row, j, 1, plan.edge);
    sums.add(0, row.gx[j] * sums.columns[j], row.gx[j]);
    sums.add(1, row.gy[j] * sums.columns[j], row.gy[j]);
  }
}

class Cells {
  /**
   * The columns from one to before another. Every lane is a sum of its own; those behind the last channel are left out at
   * the end. Pixels are `many` vectors, or one, which is read `whole` or not a byte further than there are channels; all
   * this is constant where it is inlined.
   */
  @inline
  static add(
    row: Row,
    plan: BoxCellsPlan,
    upper: usize,
    from: i32,
    to: i32,
    inner: i32,
    many: bool,
    whole: bool,
  ): void {
    const step = (<usize>inner) << 2;
    const tapsX = plan.box.taps.x;
    const tapsY = plan.box.taps.y;
    const second = 2 * plan.box.taps.yAt + 1;
    const right = (stepOf(tapsX, from) * row.image.xStride) << 2;
    const down = (stepOf(tapsY, plan.box.taps.yAt) * row.image.yStride) << 2;
    const y = f32x4.splat(<f32>tapsY.weight[second]);
    const last = plan.at(to);
    let dyAt = row.cropAt + <usize>from * step;
    let sumX = f32x4.splat(0);
    let sumXU = f32x4.splat(0);
    let sumY = f32x4.splat(0);
    let sumYU = f32x4.splat(0);
    for (let column = plan.at(from); column < last; column += offsetof<CellColumn>()) {
      let at = upper + load<u32>(column, offsetof<CellColumn>('offset'));
      const t = v128.load32_splat(column, offsetof<CellColumn>('t'));
      let gx = f32x4.splat(0);
      let gy = f32x4.splat(0);
      if (many) {
        for (const end = dyAt + step; dyAt < end; at += 16, dyAt += 16) {
          const below = at + down;
          const a = v128.load(at);
          const c = v128.load(below);
          const top = f32x4.sub(v128.load(at + right), a);
          const twist = f32x4.sub(f32x4.sub(v128.load(below + right), c), top);
          const g = v128.load(dyAt);
          gx = f32x4.add(gx, f32x4.mul(g, f32x4.add(top, f32x4.mul(y, twist))));
          gy = f32x4.add(gy, f32x4.mul(g, f32x4.add(f32x4.sub(c, a), f32x4.mul(t, twist))));
        }
      } else {
        const below = at + down;
        const a = whole ? v128.load(at) : Lanes.load(at, inner);
        const b = whole ? v128.load(at + right) : Lanes.load(at + right, inner);
        const c = whole ? v128.load(below) : Lanes.load(below, inner);
        const d = whole ? v128.load(below + right) : Lanes.load(below + right, inner);
        const g = whole ? v128.load(dyAt) : Lanes.load(dyAt, inner);
        const top = f32x4.sub(b, a);
        const twist = f32x4.sub(f32x4.sub(d, c), top);
        gx = f32x4.mul(g, f32x4.add(top, f32x4.mul(y, twist)));
        gy = f32x4.mul(g, f32x4.add(f32x4.sub(c, a), f32x4.mul(t, twist)));
        dyAt += step;
      }
      const u = v128.load32_splat(column, offsetof<CellColumn>('u'));
      sumX = f32x4.add(sumX, gx);
      sumXU = f32x4.add(sumXU, f32x4.mul(gx, u));
      sumY = f32x4.add(sumY, gy);
      sumYU = f32x4.add(sumYU, f32x4.mul(gy, u));
    }
    const mask = Lanes.mask(inner);
    addSums(plan, 0, tapsX.slope[2 * from + 1], v128.and(mask, sumXU), v128.and(mask, sumX));
    addSums(plan, 1, tapsY.slope[second], v128.and(mask, sumYU), v128.and(mask, sumY));
  }
}

/** Adds the sums of a row to one axis, each spread over four lanes. */
function addSums(plan: BoxCellsPlan, axis: i32, slope: f64, sumU: v128, sum: v128): void {
  const both = Lanes.sumOfBoth(sumU, sum);
  plan.box.sums.add(axis, slope * <f64>f32x4.extract_lane(both, 0), slope * <f64>f32x4.extract_lane(both, 2));
}
