/** The base coordinates along x, y and z; in 2-D z is a single 0. */
export function baseAxes(
  size: readonly number[],
  alignCorners: boolean,
): { u: Float64Array; v: Float64Array; w: Float64Array } {
  const [width, height, depth] = [...size].reverse();
  return {
    u: baseCoordinates(width, alignCorners),
    v: baseCoordinates(height, alignCorners),
    w: depth === undefined ? new Float64Array(1) : baseCoordinates(depth, alignCorners),
  };
}

/** The normalised coordinates of an output axis before theta is applied: PyTorch's base grid. */
function baseCoordinates(length: number, alignCorners: boolean): Float64Array {
  const base = new Float64Array(length);
  for (let j = 0; j < length; j++) {
    base[j] = alignCorners ? (length > 1 ? (2 * j) / (length - 1) - 1 : 0) : (2 * j + 1) / length - 1;
  }
  return base;
}
