import type { SampleAttrs } from '@cropgrad/core/backend';
import { computeAxisTaps } from './axis-taps.js';
import { type Cells, createCells } from './cells.js';
import type { Layout } from './layout.js';
import { createPointTaps, createRowTaps, type PointTaps, type RowTaps } from './row-taps.js';

/**
 * A row of output points, each anywhere in the image, by its pixel coordinates. Those in `cells` are taken off it; those
 * that are left get taps, and go the general way.
 */
export interface FreeRow {
  /** Pixel coordinates: of every point of the row at first, and of `taps.count` of them once cells are taken. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  /** How far the coordinates along x, y and z may be off besides their own rounding (see `thetaAxes`), 0 in a grid. */
  errors: readonly number[];
  taps: RowTaps;
  /** Room for the product taps of a point. */
  point: PointTaps;
  dimensions: number;
  /** The points in cells, where they can be: in bilinear sampling. */
  cells: Cells | undefined;
}

/** Room for a row of points. */
export function createFreeRow(width: number, mode: SampleAttrs['mode'], dimensions: number): FreeRow {
  const taps = createRowTaps(width, mode, dimensions);
  return {
    x: new Float64Array(width),
    y: new Float64Array(width),
    z: new Float64Array(width),
    errors: [0, 0, 0],
    taps,
    point: createPointTaps(taps),
    dimensions,
    cells: mode === 'bilinear' ? createCells(width, dimensions) : undefined,
  };
}

/** Computes the taps of the points on the row; their coordinates are used up. */
export function computeRowTaps(
  { x, y, z, errors, taps, dimensions }: FreeRow,
  image: Layout,
  attrs: SampleAttrs,
): void {
  computeAxisTaps(taps.x, x, taps.count, image.width, attrs, errors[0]);
  computeAxisTaps(taps.y, y, taps.count, image.height, attrs, errors[1]);
  if (dimensions === 3) computeAxisTaps(taps.z, z, taps.count, image.depth, attrs, errors[2]);
}
