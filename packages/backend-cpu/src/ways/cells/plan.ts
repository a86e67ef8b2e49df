import type { Axis } from '../../axis/axis.js';
import type { Call } from '../../call.js';
import type { Row } from '../../row.js';

/**
 * Points strictly inside an image, or volume, read linearly. Each reads the cell of four pixels, or eight, around it, so
 * that it needs no padding, no fill and no tables of taps: these loops are where most samples are computed. Few arrays,
 * because a loop has few registers.
 */
export interface Cells {
  count: number;
  /** Two entries per cell: where its first pixel is, counted from `rowAt`, and which output of the row it is. */
  at: Int32Array;
  /** Per cell, how far the point is from that pixel along x and y, and z in a volume, as a part of the way to the next. */
  part: Float64Array;
  /** Where in the image the offsets count from: its start, or the pixel row that a row of points shares. */
  rowAt: number;
}

/** Room for the cells of a row of points. */
export function createCells({ crop, dimensions }: Call): Cells {
  const { width } = crop;
  return { count: 0, at: new Int32Array(2 * width), part: new Float64Array(dimensions * width), rowAt: 0 };
}

/** Takes the points strictly inside the image off a row, and those that read nothing of it. */
export function takeCells(cells: Cells, row: Row, { image, x, y }: Call): void {
  const { at, part } = cells;
  const { xStride, yStride } = image;
  const lastX = x.size - 1;
  const lastY = y.size - 1;
  let cell = 0;
  let left = 0;
  for (let j = 0; j < row.count; j++) {
    const px = row.x[j];
    const py = row.y[j];
    if (px > 0 && px < lastX && py > 0 && py < lastY) {
      const x0 = px | 0;
      const y0 = py | 0;
      at[cell] = y0 * yStride + x0 * xStride;
      at[cell + 1] = j;
      part[cell] = px - x0;
      part[cell + 1] = py - y0;
      cell += 2;
    } else if (hasLinearTap(px, x) && hasLinearTap(py, y)) {
      row.x[left] = px;
      row.y[left] = py;
      row.point[left++] = j;
    }
  }
  cells.count = cell / 2;
  row.count = left;
}

/**
 * Whether a point that is read linearly has a tap on an axis; if not, it is fillValue, and has no gradient. At -1 it has:
 * a tap of weight 0 on the first pixel, which has a slope.
 */
export function hasLinearTap(x: number, { padding, size }: Axis): boolean {
  return !padding.readsFill || (x >= -1 && x < size);
}
