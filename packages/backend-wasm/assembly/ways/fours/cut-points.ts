import { FourAxis } from '../../axis/four-axis';
import { FoursPlan, NOTHING } from './plan';

/** Takes the points out of a plan that lie further outside of the outer pixels' centres than the cutoff. `S` says where they lie. */
export function cutPoints<D, S>(
  plan: FoursPlan,
  xs: usize,
  ys: usize,
  zs: usize,
  from: i32,
  to: i32,
  cutoff: f32,
): void {
  const source = changetype<S>(0);
  const x = plan.x;
  const y = plan.y;
  const z = plan.z;
  for (let j = from; j < to; j += 4) {
    let isNear = v128.and(
      Near.of(x, source.x(x, xs, ys, zs, j), cutoff),
      Near.of(y, source.y(y, xs, ys, zs, j), cutoff),
    );
    if (changetype<D>(0).isVolume) isNear = v128.and(isNear, Near.of(z, source.z(z, xs, ys, zs, j), cutoff));
    const at = plan.offset.at(j);
    v128.store(at, v128.bitselect(v128.load(at), i32x4.splat(NOTHING), isNear));
  }
}

class Near {
  /** Which of four coordinates the cutoff leaves. */
  @inline
  static of(axis: FourAxis, x: v128, cutoff: f32): v128 {
    return v128.and(f32x4.ge(x, f32x4.splat(-cutoff)), f32x4.le(x, f32x4.splat(axis.last + cutoff)));
  }
}
