import type { Pose } from './pose.js';

/** How many frames the mean looks at to each side, and the deviation of its weights. */
const REACH = 8;
const DEVIATION = 3;

/**
 * A path of poses without its shake: each pose is a Gaussian mean over the frames around it. Beyond both ends the path goes on
 * as it would look from there turned by half a turn, so a steady pan stays what it is.
 */
export function smooth(path: readonly Pose[]): Pose[] {
  const last = path.length - 1;
  const at = (n: number, key: keyof Pose): number => {
    if (n < 0) return 2 * path[0][key] - path[Math.min(-n, last)][key];
    if (n > last) return 2 * path[last][key] - path[Math.max(2 * last - n, 0)][key];
    return path[n][key];
  };
  const offsets = Array.from({ length: 2 * REACH + 1 }, (_, k) => k - REACH);
  const weights = offsets.map((offset) => Math.exp(-0.5 * (offset / DEVIATION) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (n: number, key: keyof Pose): number =>
    offsets.reduce((sum, offset, k) => sum + weights[k] * at(n + offset, key), 0) / total;
  return path.map((_, n) => ({ x: mean(n, 'x'), y: mean(n, 'y'), turn: mean(n, 'turn'), zoom: mean(n, 'zoom') }));
}
