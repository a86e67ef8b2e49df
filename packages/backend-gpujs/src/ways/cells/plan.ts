import { axisNames } from '../../axis/axis-name.js';
import { MOST_LAPS } from '../../axis/filter-source.js';
import { filterOf } from '../../axis/filters.js';
import { PADDINGS } from '../../axis/padding.js';
import { hostFootprints } from '../../points/host-footprints.js';
import { forEachPoint } from '../../points/host-points.js';
import type { ThetaPoints } from '../../points/point-source.js';
import { axisExtents, countOf, extentsOf, type SampleProblem } from '../../problem.js';

/** Which outputs may read each cell of the images: those of cell c are `listed[starts[c]]` up to `starts[c + 1]`, in order. */
export interface CellLists {
  readonly starts: Float32Array;
  readonly listed: Float32Array;
  /** The side of a cell in pixels, and how many cells an image has along each axis, as the kernel reads them. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** How many cells an output is listed in at most, in the mean: cells are as large as that asks for. */
export const MOST_CELLS: Readonly<Record<number, number>> = { 2: 25, 3: 64 };

/** More than rounding takes a coordinate on the device from what the host computes, in pixels and as a part of it. */
const SLACK = { pixels: 0.01, part: 1e-5 } as const;

/** The lists of all cells of all images, with `limit` entries at most, and so many outputs at most. */
export function cellLists(
  points: ThetaPoints,
  theta: Float32Array,
  problem: SampleProblem,
  images: number,
  limit: number,
): CellLists {
  const { dimensions, imageSize, attrs } = problem;
  const runs = pixelRuns(points, theta, problem);
  const sizes = axisNames(dimensions).map((axis) => extentsOf(imageSize)[axis]);
  const most = Math.min(MOST_CELLS[dimensions] * problem.points, limit);
  let side = 1;
  while (side < Math.max(...sizes) && entriesOf(runs, sizes, side) > most) side *= 2;

  const cells = { X: 1, Y: 1, Z: 1 };
  axisNames(dimensions).forEach((axis, a) => {
    cells[axis] = Math.ceil(sizes[a] / side);
  });
  const perImage = countOf(cells);
  const perCrop = countOf(extentsOf(problem.size));
  const forEachEntry = (visit: (cell: number, point: number) => void): void => {
    for (let point = 0; point < problem.points; point++) {
      const first = attrs.imageIndex[Math.floor(point / perCrop)] * perImage;
      const [xs, ys, zs = { from: 0, count: 1 }] = sizes.map((size, a) =>
        cellsOf(runs, point * dimensions + a, size, side),
      );
      for (let c = 0; c < zs.count; c++) {
        for (let b = 0; b < ys.count; b++) {
          const row = first + (((zs.from + c) % cells.Z) * cells.Y + ((ys.from + b) % cells.Y)) * cells.X;
          for (let a = 0; a < xs.count; a++) visit(row + ((xs.from + a) % cells.X), point);
        }
      }
    }
  };
  const counts = new Uint32Array(images * perImage + 1);
  forEachEntry((cell) => counts[cell + 1]++);
  for (let c = 0; c < images * perImage; c++) counts[c + 1] += counts[c];
  const starts = Float32Array.from(counts);
  const listed = new Float32Array(Math.max(counts[images * perImage], 1));
  forEachEntry((cell, point) => {
    listed[counts[cell]++] = point;
  });
  return { starts, listed, numbers: { side, cellsX: cells.X, cellsY: cells.Y, cellsZ: cells.Z } };
}

/** Runs of pixels along an axis, one per point and axis; where the image repeats they may go on at its start. */
interface PixelRuns {
  readonly first: Int32Array;
  /** 0 where nothing is read. */
  readonly length: Int32Array;
}

/** Which pixels each output may read. */
function pixelRuns(points: ThetaPoints, theta: Float32Array, problem: SampleProblem): PixelRuns {
  const { dimensions, attrs, numbers } = problem;
  const { filtered, hasSeam } = PADDINGS[attrs.paddingMode];
  const { radius } = filterOf(attrs.mode);
  const axes = axisExtents(problem);
  const runs = {
    first: new Int32Array(problem.points * dimensions),
    length: new Int32Array(problem.points * dimensions),
  };
  const footprints = new Float64Array(dimensions);
  const readFootprints = hostFootprints(points, theta, problem);
  forEachPoint(points, theta, problem, (x, point, n, i, j) => {
    if (!x.every((at) => Math.abs(at) <= 3.4e38)) return;
    readFootprints(footprints, n, i, j);
    axes.forEach((axis, a) => {
      const { size } = axis;
      const width = numbers.widen * footprints[a];
      const slack = SLACK.pixels + SLACK.part * (Math.abs(x[a]) + size);
      const reach = radius * (hasSeam ? Math.min(width, MOST_LAPS * size) : width) + slack;
      const centre = filtered.paddedOnHost(x[a], axis);
      const [low, high] = [Math.ceil(centre - reach), Math.floor(centre + reach)];
      const first = hasSeam ? low - size * Math.floor(low / size) : Math.max(low, 0);
      const length = hasSeam ? Math.min(high - low + 1, size) : Math.min(high, size - 1) - first + 1;
      runs.first[point * dimensions + a] = first;
      runs.length[point * dimensions + a] = Math.max(length, 0);
    });
  });
  return runs;
}

/** The cells that a run of pixels is in, from the cell `from` on. */
function cellsOf(runs: PixelRuns, at: number, size: number, side: number): { from: number; count: number } {
  const [first, length] = [runs.first[at], runs.length[at]];
  if (length === 0) return { from: 0, count: 0 };
  const cells = Math.ceil(size / side);
  const from = Math.floor(first / side);
  const end = first + length - 1;
  const last = end < size ? Math.floor(end / side) : cells + Math.floor((end - size) / side);
  return { from, count: Math.min(last - from + 1, cells) };
}

/** How many entries the lists have with cells of this side. */
function entriesOf(runs: PixelRuns, sizes: readonly number[], side: number): number {
  let entries = 0;
  for (let at = 0; at < runs.first.length; at += sizes.length) {
    entries += sizes.reduce((product, size, a) => product * cellsOf(runs, at + a, size, side).count, 1);
  }
  return entries;
}
