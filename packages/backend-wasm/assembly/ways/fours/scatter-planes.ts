import { BICUBIC, BILINEAR } from '../../axis/modes';
import { Row } from '../../points/row';
import { FoursPlan } from './plan';
import { InImage, InVolume } from './space';
import { Sums } from './sums';

/** For images whose channels have a plane each, plane by plane. */
export function scatterPlanes<A>(row: Row, plan: FoursPlan): void {
  const mode = row.problem.mode;
  let sums = row.imageAt;
  let dy = row.cropAt;
  for (let c = 0; c < row.image.channels; c++) {
    if (mode === BILINEAR && plan.isVolume) scatterBilinear<InVolume, A>(plan, sums, dy, row.points);
    else if (mode === BILINEAR) scatterBilinear<InImage, A>(plan, sums, dy, row.points);
    else if (mode === BICUBIC) scatterBicubic<A>(plan, sums, dy, row.points);
    else scatterNearest<A>(plan, sums, dy, row.points);
    sums += (<usize>row.image.channelStride) << alignof<A>();
    dy += (<usize>row.crop.channelStride) << 2;
  }
}

function scatterNearest<A>(plan: FoursPlan, sums: usize, dy: usize, points: i32): void {
  const offset = plan.offset;
  for (let j = 0; j < points; j++, dy += 4) {
    const o = offset[j];
    if (o >= 0) Sums.addOne<A>(sums + Sums.at<A>(o), 1, load<f32>(dy));
  }
}

function scatterBilinear<D, A>(plan: FoursPlan, sums: usize, dy: usize, points: i32): void {
  const offset = plan.offset;
  const right = plan.right;
  const below = plan.below;
  const behind = plan.behind;
  const tx = plan.tx;
  const ty = plan.ty;
  const tz = plan.tz;
  const isVolume = changetype<D>(0).isVolume;
  for (let j = 0; j < points; j++, dy += 4) {
    const o = offset[j];
    if (o < 0) continue;
    const at = sums + Sums.at<A>(o);
    const across = Sums.at<A>(right[j]);
    const down = Sums.at<A>(below[j]);
    const g = load<f32>(dy);
    if (isVolume) {
      const z = tz[j];
      OneSquare.add<A>(at, across, down, tx[j], (1 - z) * (1 - ty[j]), (1 - z) * ty[j], g);
      OneSquare.add<A>(at + Sums.at<A>(behind[j]), across, down, tx[j], z * (1 - ty[j]), z * ty[j], g);
    } else {
      OneSquare.add<A>(at, across, down, tx[j], 1 - ty[j], ty[j], g);
    }
  }
}

class OneSquare {
  /** Adds to a pixel and the one to the right, with the weight `above`, and to the two below them, with `under`. */
  @inline
  static add<A>(at: usize, right: usize, down: usize, x: f32, above: f32, under: f32, g: f32): void {
    const far = at + down;
    const a: f32 = (1 - x) * above;
    const b = x * above;
    const c: f32 = (1 - x) * under;
    const d = x * under;
    if (b > SLIGHT && d > SLIGHT) {
      Sums.addOne<A>(at, a, g);
      Sums.addOne<A>(at + right, b, g);
      Sums.addOne<A>(far, c, g);
      Sums.addOne<A>(far + right, d, g);
      return;
    }
    Sums.addAny<A>(at, a, g);
    Sums.addAny<A>(at + right, b, g);
    Sums.addAny<A>(far, c, g);
    Sums.addAny<A>(far + right, d, g);
  }
}

/** Where the weights on the right are larger than this, none is 0, as no place is nearer to 1 than 2^-24. */
const SLIGHT: f32 = 1e-30;

function scatterBicubic<A>(plan: FoursPlan, sums: usize, dy: usize, points: i32): void {
  const offset = plan.offset;
  const down = Sums.at<A>(plan.y.step);
  for (let j = 0; j < points; j++, dy += 4) {
    const o = offset[j];
    if (o < 0) continue;
    const x = v128.load(plan.weights.x.at(4 * j));
    let y = plan.weights.y.at(4 * j);
    const g = v128.load32_splat(dy);
    let row = sums + Sums.at<A>(o);
    for (let k = 0; k < 4; k++, row += down, y += 4) {
      const w = f32x4.mul(x, v128.load32_splat(y));
      // A tap of weight 0 adds nothing, even when dy is infinite.
      const counts = v128.not(f32x4.eq(w, f32x4.splat(0)));
      Sums.add<A>(row, v128.and(counts, f32x4.mul(w, g)), 4);
    }
  }
}
