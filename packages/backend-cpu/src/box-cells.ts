import { type AxisOptions, computeAxisTaps, createAxisTaps } from './axis-taps.js';
import type { Cells } from './cells.js';
import type { Layout } from './layout.js';
import type { RowTaps } from './row-taps.js';
import type { ThetaAxis } from './theta-axes.js';

/** The cells of a bilinear axis-aligned crop: what its rows have in common is found once. */
export interface BoxCells {
  /** The cells of the current row: all columns inside the image, or none. */
  cells: Cells;
  columnsInside: number;
  /** The taps of every column, for rows at the edge. */
  all: RowTaps;
  /** The taps of the columns that are not inside, for all other rows. */
  rest: RowTaps;
  /** The pixel coordinates of `rest`. */
  restX: Float64Array;
}

/** Room for a crop whose taps are in `all`. */
export function createBoxCells(cells: Cells, all: RowTaps, width: number): BoxCells {
  const rest = { ...all, point: new Int32Array(width), x: createAxisTaps(width, 'bilinear') };
  return { cells, columnsInside: 0, all, rest, restX: new Float64Array(width) };
}

/** Finds the columns inside the image, with the x half of their cells, and the taps of the others. */
export function sortColumns(box: BoxCells, { perX, offset, base }: ThetaAxis, image: Layout, attrs: AxisOptions): void {
  const { cells, rest, restX } = box;
  const last = image.width - 1;
  let inside = 0;
  let others = 0;
  for (let j = 0; j < restX.length; j++) {
    const x = perX * (j + offset) + base;
    if (x > 0 && x < last) {
      const x0 = x | 0;
      cells.at[2 * inside] = x0 * image.xStride;
      cells.at[2 * inside + 1] = j;
      cells.part[2 * inside] = x - x0;
      inside++;
    } else {
      restX[others] = x;
      rest.point[others++] = j;
    }
  }
  box.columnsInside = inside;
  rest.count = others;
  computeAxisTaps(rest.x, restX, others, image.width, attrs);
}

/** Fills the cells of row `i`, at pixel coordinate `y`, and gives the taps of the points that are not in them. */
export function takeRow({ cells, columnsInside, all, rest }: BoxCells, y: number, i: number, image: Layout): RowTaps {
  if (!(y > 0 && y < image.height - 1)) {
    cells.count = 0;
    return all;
  }
  const y0 = y | 0;
  cells.count = columnsInside;
  cells.rowAt = y0 * image.yStride;
  for (let p = 0; p < columnsInside; p++) cells.part[2 * p + 1] = y - y0;
  rest.yAt = i;
  return rest;
}
