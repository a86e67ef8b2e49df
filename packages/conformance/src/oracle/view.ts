/** A perspective map, as output pixels see an image through it. */
export interface View {
  /** The sign of theta's last entry, by which the rows were turned, so that the middle of the crop is in front. */
  readonly sign: 1 | -1;
  /** Its three rows, turned. */
  readonly rows: readonly (readonly number[])[];
  readonly bases: readonly (readonly number[])[];
  /** W at output pixel s: how far away the point is, above 0 in front of the camera. */
  depth(s: number): number;
  /** The normalised point of output pixel s, or undefined behind the camera and for a map that is not finite. */
  project(s: number): readonly [x: number, y: number] | undefined;
  /** The sum of the magnitudes that rounding may take a part of, for axis k at s, in halves of the axis. */
  terms(s: number, k: number): number;
}

/** Reads the rows of one theta [3,3]; the bases are (u, v, 1) of every output pixel. */
export function viewOf(theta: readonly (readonly number[])[], bases: readonly (readonly number[])[]): View {
  const sign = theta[2][2] < 0 ? -1 : 1;
  const rows = theta.map((row) => row.map((entry) => sign * entry));
  const isUsable = rows.flat().every(Number.isFinite);
  const along = (row: readonly number[], s: number): number =>
    row.reduce((sum, entry, k) => sum + entry * bases[s][k], 0);
  const size = (row: readonly number[]): number => row.reduce((sum, entry) => sum + Math.abs(entry), 0);
  const depth = (s: number): number => along(rows[2], s);
  return {
    sign,
    rows,
    bases,
    depth,
    project(s) {
      const w = depth(s);
      return isUsable && w > 0 ? [along(rows[0], s) / w, along(rows[1], s) / w] : undefined;
    },
    // (X + W) / W - 1 is wrong by a part of X and of W, and of W's part in the quotient.
    terms(s, k) {
      const w = depth(s);
      return (size(rows[k]) + size(rows[2]) * (1 + Math.abs(along(rows[k], s) / w))) / w;
    },
  };
}

/** dgrid → dtheta [N,3,3]: of (X/W, Y/W) by X, Y and W, which are the rows of theta times the base. */
export function viewGradient(dgrid: ArrayLike<number>, views: readonly View[]): Float64Array {
  const perCrop = views.length === 0 ? 0 : views[0].bases.length;
  const dtheta = new Float64Array(views.length * 9);
  for (const [n, view] of views.entries()) {
    for (let s = 0; s < perCrop; s++) {
      const point = view.project(s);
      if (!point) continue;
      const at = 2 * (n * perCrop + s);
      const w = view.sign * view.depth(s);
      const homogeneous = [dgrid[at] / w, dgrid[at + 1] / w, -(dgrid[at] * point[0] + dgrid[at + 1] * point[1]) / w];
      homogeneous.forEach((gradient, row) => {
        view.bases[s].forEach((base, column) => {
          dtheta[9 * n + 3 * row + column] += gradient * base;
        });
      });
    }
  }
  return dtheta;
}
