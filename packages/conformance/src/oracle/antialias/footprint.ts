import type { Points } from '../points.js';

/** How long an output pixel is in the image, along one axis of it. */
export interface Footprint {
  /** In pixels, never below 1: kappa, without what `widen` adds. */
  readonly length: number;
  /**
   * Its derivatives by the derivatives of the normalised coordinate along the output's axes, which for an affine map are
   * the row of theta; 0 where the length is 1 because the map magnifies.
   */
  readonly byJacobian: readonly number[];
}

/** The footprint of output pixel s of crop n along every axis, x first; the pixel must have a point. */
export function footprintsAt(n: number, s: number, points: Points): Footprint[] {
  return points.axes.map((_, k) => {
    const steps = stepsOf(k, points);
    const moves = jacobianAt(n, s, k, points).map((slope, j) => slope * steps[j]);
    const length = Math.hypot(...moves);
    return {
      length: Math.max(1, length),
      byJacobian: moves.map((move, j) => (length > 1 ? (move / length) * steps[j] : 0)),
    };
  });
}

/**
 * How many pixels of axis k one output pixel is, along each axis of the output, where the whole output is the whole image.
 */
export function stepsOf(k: number, { axes, filtering }: Points): number[] {
  const { size: S, alignCorners } = axes[k];
  return (filtering?.size ?? []).toReversed().map((length) => {
    if (!alignCorners) return S / length;
    return length === 1 ? 0 : (S - 1) / (length - 1);
  });
}

/** How the normalised coordinate k moves with those of the output. */
export function jacobianAt(n: number, s: number, k: number, { axes, maps, views }: Points): number[] {
  if (maps) return maps[n][k].slice(0, axes.length);
  const view = views?.[n];
  const point = view?.project(s);
  if (!view || !point) throw new TypeError('only a point that a map leads to has a footprint');
  const [w, along] = [view.depth(s), view.rows[k]];
  return [0, 1].map((j) => (along[j] - point[k] * view.rows[2][j]) / w);
}
