/** Numbers along x, y and z, as the pixel coordinates of a box: one per column, row and slice. They may be used up. */
export interface Lines {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

/** Of what has no such numbers. */
export const NO_LINES: Lines = createLines(0, 0, 0);

/** Room for so many numbers along each. */
export function createLines(x: number, y: number, z: number): Lines {
  return { x: new Float64Array(x), y: new Float64Array(y), z: new Float64Array(z) };
}
