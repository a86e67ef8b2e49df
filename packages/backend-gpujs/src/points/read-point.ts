/** Room for the pixel coordinates of one point, x first. */
export type Coordinates = Float64Array;

/** Gives `x` the pixel coordinates of output (n, k, i, j), which is the number `point` of all, before padding. */
export type ReadPoint = (x: Coordinates, point: number, n: number, k: number, i: number, j: number) => void;
