/**
 * The centres of a crop's own pixels, normalised, x first and row by row: what the identity samples, in float64. An axis of
 * length 1 has its one pixel at 0.
 */
export function baseGrid(size: readonly number[], alignCorners: boolean): Float64Array {
  const axes = size.map((length) => centres(length, alignCorners)).reverse();
  const count = size.reduce((product, length) => product * length, 1);
  const grid = new Float64Array(count * axes.length);
  for (let i = 0, point = 0; point < count; point++) {
    let rest = point;
    for (const axis of axes) {
      grid[i++] = axis[rest % axis.length];
      rest = Math.floor(rest / axis.length);
    }
  }
  return grid;
}

function centres(length: number, alignCorners: boolean): Float64Array {
  const span = alignCorners ? length - 1 : length;
  return Float64Array.from({ length }, (_, k) => (length > 1 ? (2 * k + 1 - length) / span : 0));
}
