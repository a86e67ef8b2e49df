import type { Pair } from './make-pairs.js';
import { cornersOf, type Warp, warped } from './warp.js';

/** How far a warp is off, in pixels of the moving image. */
export interface Errors {
  /** The corner that is off most. */
  corner: number;
  /** The root of the mean square over the pixels that both images show. */
  rms: number;
}

export function errorsOf(warp: Warp, { truth, fixedSize, movingSize }: Pair): Errors {
  if (!truth) return { corner: Number.POSITIVE_INFINITY, rms: Number.POSITIVE_INFINITY };
  const off = (x: number, y: number): number => {
    const [a, b] = [warped(warp, [x, y]), warped(truth, [x, y])];
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  };
  const corner = Math.max(...cornersOf(fixedSize).map(([x, y]) => off(x, y)));
  let sum = 0;
  let count = 0;
  for (let y = 0; y < fixedSize.height; y += 4) {
    for (let x = 0; x < fixedSize.width; x += 4) {
      const [px, py] = warped(truth, [x, y]);
      if (px < 0 || py < 0 || px > movingSize.width - 1 || py > movingSize.height - 1) continue;
      sum += off(x, y) ** 2;
      count++;
    }
  }
  return {
    corner: Number.isFinite(corner) ? corner : Number.POSITIVE_INFINITY,
    rms: Math.sqrt(sum / Math.max(count, 1)),
  };
}
