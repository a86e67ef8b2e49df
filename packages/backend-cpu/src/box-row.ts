import { type AxisOptions, computeAxisTaps, createAxisTaps, hasBilinearTap } from './axis-taps.js';
import type { Cells } from './cells.js';
import { hasRgbPixels, type Layout } from './layout.js';
import type { RowTaps } from './row-taps.js';
import type { ThetaAxis } from './theta-axes.js';

/**
 * A row of a bilinear axis-aligned crop. Its columns strictly inside the image lie next to each other and share the
 * pixel row, so that they need neither taps nor cells of their own: column j is at pixel perX·(j + offset) + base.
 */
export interface BoxRow {
  /** The columns inside, from left to right in the image: `count` from `first` on, each `step` after the last. */
  first: number;
  count: number;
  step: 1 | -1;
  perX: number;
  offset: number;
  base: number;
  /** Where the pixel row starts, counted from the image's start, and how far the points are from it to the next. */
  rowAt: number;
  part: number;
  /** The same points as cells, for images that are not RGB; see {@link hasRgbPixels}. */
  cells: Cells;
  columnsInside: number;
  /** The taps of every column, for rows at the edge. */
  all: RowTaps;
  /** The taps of the columns that are not inside, for all other rows, and their pixel coordinates. */
  rest: RowTaps;
  restX: Float64Array;
  /** No taps, for rows that read nothing of the image. */
  none: RowTaps;
}

/** Room for a crop whose taps are in `all`. */
export function createBoxRow(cells: Cells, all: RowTaps, width: number): BoxRow {
  const rest = { ...all, point: new Int32Array(width), x: createAxisTaps(width, 'bilinear') };
  return {
    first: 0,
    count: 0,
    step: 1,
    perX: 0,
    offset: 0,
    base: 0,
    rowAt: 0,
    part: 0,
    cells,
    columnsInside: 0,
    all,
    rest,
    restX: new Float64Array(width),
    none: { ...all, count: 0 },
  };
}

/** Finds the columns inside the image, and the taps of the others that read anything of it. */
export function sortColumns(
  box: BoxRow,
  { perX, offset, base, error }: ThetaAxis,
  image: Layout,
  attrs: AxisOptions,
): void {
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
    } else if (hasBilinearTap(x, image.width, attrs)) {
      restX[others] = x;
      rest.point[others++] = j;
    }
  }
  box.columnsInside = inside;
  box.step = perX < 0 ? -1 : 1;
  box.first = inside === 0 ? 0 : cells.at[perX < 0 ? 2 * inside - 1 : 1];
  box.perX = perX;
  box.offset = offset;
  box.base = base;
  rest.count = others;
  computeAxisTaps(rest.x, restX, others, image.width, attrs, error);
}

/** Takes row `i`, at pixel coordinate `y`, and gives the taps of those of its points that are not inside the image. */
export function takeRow(box: BoxRow, y: number, i: number, image: Layout, attrs: AxisOptions): RowTaps {
  const { cells, all, rest, none } = box;
  box.count = 0;
  cells.count = 0;
  if (!(y > 0 && y < image.height - 1)) return hasBilinearTap(y, image.height, attrs) ? all : none;
  const y0 = y | 0;
  box.rowAt = y0 * image.yStride;
  box.part = y - y0;
  box.count = box.columnsInside;
  if (!hasRgbPixels(image)) columnsToCells(box);
  rest.yAt = i;
  return rest;
}

/** Makes cells of the columns on the row, if there are any, for loops that take no columns. */
export function columnsToCells(box: BoxRow): void {
  const { cells, count, rowAt, part } = box;
  if (count === 0) return;
  box.count = 0;
  cells.count = count;
  cells.rowAt = rowAt;
  for (let p = 0; p < count; p++) cells.part[2 * p + 1] = part;
}
