import { type AxisOptions, hasBilinearTap } from './axis-taps.js';
import type { FreeRow } from './free-row.js';
import type { Layout } from './layout.js';
import { takeVolumeCells } from './take-volume-cells.js';

/**
 * Bilinear points strictly inside an image or volume. Each reads the cell of four pixels, or eight, around it, so that
 * it needs no padding, no fill and no tables of taps: the loops over cells (`*-cells.ts`) are where most samples are
 * computed. Few arrays, because a loop has few registers.
 */
export interface Cells {
  dimensions: number;
  count: number;
  /** Two entries per cell: where its first pixel is, counted from `rowAt`, and which output point of the row it is. */
  at: Int32Array;
  /** Per cell, how far the point is from that pixel along x and y, and z in a volume, as a part of the way to the next. */
  part: Float64Array;
  /** Where in the image the offsets count from: its start, or the pixel row that the points of a box's row share. */
  rowAt: number;
}

/** Room for the cells of a row of points. */
export function createCells(width: number, dimensions: number): Cells {
  return {
    dimensions,
    count: 0,
    at: new Int32Array(2 * width),
    part: new Float64Array(dimensions * width),
    rowAt: 0,
  };
}

/**
 * Takes the points strictly inside the image off a row of `width` points, and those that read nothing of it; those that
 * are left will get taps.
 */
export function takeCells(cells: Cells, row: FreeRow, image: Layout, width: number, attrs: AxisOptions): void {
  if (cells.dimensions === 3) {
    takeVolumeCells(cells, row, image, width, attrs);
    return;
  }
  const { x, y, taps } = row;
  const { at, part } = cells;
  const { xStride, yStride } = image;
  const lastX = image.width - 1;
  const lastY = image.height - 1;
  let cell = 0;
  let left = 0;
  for (let j = 0; j < width; j++) {
    const px = x[j];
    const py = y[j];
    if (px > 0 && px < lastX && py > 0 && py < lastY) {
      const x0 = px | 0;
      const y0 = py | 0;
      at[cell] = y0 * yStride + x0 * xStride;
      at[cell + 1] = j;
      part[cell] = px - x0;
      part[cell + 1] = py - y0;
      cell += 2;
    } else if (hasBilinearTap(px, image.width, attrs) && hasBilinearTap(py, image.height, attrs)) {
      x[left] = px;
      y[left] = py;
      taps.point[left++] = j;
    }
  }
  cells.rowAt = 0;
  cells.count = cell / 2;
  taps.count = left;
}
