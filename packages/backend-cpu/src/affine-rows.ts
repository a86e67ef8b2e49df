import type { AffineSampleAttrs, SampleAttrs } from '@cropgrad/core/backend';
import { type AxisTaps, computeAxisTaps } from './axis-taps.js';
import { type BoxRow, createBoxRow, sortColumns, takeRow } from './box-row.js';
import { type Cells, takeCells } from './cells.js';
import { createFreeRow, type FreeRow } from './free-row.js';
import type { Layout } from './layout.js';
import { createRowBlend, planBlend, type RowBlend } from './row-blend.js';
import { createSharedTaps, type PointTaps, type RowTaps } from './row-taps.js';
import { isAxisAligned, isFiniteTheta, type ThetaAxis, thetaAxes } from './theta-axes.js';

/** One row of output points of an affine crop. The object is one and the same for every row, filled anew. */
export interface AffineRow {
  /** The separable way, where it can be gone and pays; what follows is then not needed. */
  blend: RowBlend | undefined;
  /** Points that need no taps, where there can be any. */
  cells: Cells | undefined;
  /** The points that need no taps because they lie in the columns of a box, where it is one. */
  box: BoxRow | undefined;
  /** The coordinates of the points that have their own taps, which are not computed yet; undefined where they are. */
  free: FreeRow | undefined;
  /** The taps of the points that are neither in columns nor in cells. */
  taps: RowTaps;
  /** Room for the product taps of a point. */
  point: PointTaps;
  /** Where the row's image and the row itself start. */
  imageAt: number;
  cropAt: number;
  /** The crop, its row and its slice. */
  n: number;
  i: number;
  k: number;
}

/**
 * Visits every output row of every crop. An axis-aligned theta has its taps computed once per column, row and slice of
 * the crop; any other gives each point its coordinates. The two agree on the coordinates, bit for bit. `blendsVolumes`
 * says whether blending a trilinear crop pays, rather than reading the cell of each point.
 */
export function forEachAffineRow(
  theta: Float32Array,
  image: Layout,
  crop: Layout,
  attrs: AffineSampleAttrs,
  blendsVolumes: boolean,
  visit: (row: AffineRow) => void,
): void {
  const { size, alignCorners, mode, imageIndex } = attrs;
  const dimensions = size.length;
  const imageSize = dimensions === 2 ? [image.height, image.width] : [image.depth, image.height, image.width];
  const { width, height, depth } = crop;
  const free = createFreeRow(width, mode, dimensions);
  const shared = createSharedTaps(crop, mode, dimensions);
  const box = dimensions === 2 && free.cells ? createBoxRow(free.cells, shared, width) : undefined;
  const blend = box ? undefined : createRowBlend(shared, width, image, dimensions);
  const coordinates = new Float64Array(Math.max(width, height, depth));
  const row: AffineRow = {
    blend: undefined,
    cells: free.cells,
    box: undefined,
    free,
    taps: shared,
    point: free.point,
    imageAt: 0,
    cropAt: 0,
    n: 0,
    i: 0,
    k: 0,
  };

  for (let n = 0; n < crop.batch; n++) {
    const at = n * dimensions * (dimensions + 1);
    const axes = thetaAxes(theta, at, imageSize, size, alignCorners);
    const finite = isFiniteTheta(theta, at, dimensions);
    const separable = finite && isAxisAligned(theta, at, dimensions);
    if (separable) {
      tapsAlong(shared.x, coordinates, width, image.width, axes[0], axes[0].perX, attrs);
      tapsAlong(shared.y, coordinates, height, image.height, axes[1], axes[1].perY, attrs);
      if (dimensions === 3) tapsAlong(shared.z, coordinates, depth, image.depth, axes[2], axes[2].perZ, attrs);
      if (box) sortColumns(box, axes[0], image, attrs);
    }
    const mayBlend = separable && (blendsVolumes || !free.cells);
    row.blend = mayBlend && blend && planBlend(blend, shared, width) ? blend : undefined;
    // What neither is a box nor blends is fastest point by point where points have cells.
    const aligned = separable && (box !== undefined || row.blend !== undefined || !free.cells);
    free.errors = axes.map(({ error }) => error);
    row.n = n;
    row.imageAt = imageIndex[n] * image.batchStride;
    row.free = aligned ? undefined : free;
    row.box = aligned ? box : undefined;
    row.taps = aligned ? shared : free.taps;
    for (let k = 0; k < depth; k++) {
      for (let i = 0; i < height; i++) {
        row.k = k;
        row.i = i;
        row.cropAt = n * crop.batchStride + k * crop.zStride + i * crop.yStride;
        if (aligned) {
          shared.yAt = i;
          shared.zAt = k;
          if (box) row.taps = takeRow(box, axes[1].perY * (i + axes[1].offset) + axes[1].base, i, image, attrs);
        } else {
          rowCoordinates(free.x, finite ? axes[0] : undefined, i, k);
          rowCoordinates(free.y, finite ? axes[1] : undefined, i, k);
          if (dimensions === 3) rowCoordinates(free.z, finite ? axes[2] : undefined, i, k);
          if (free.cells) takeCells(free.cells, free, image, width, attrs);
        }
        visit(row);
      }
    }
  }
}

/** The taps of an image axis that follows one output axis of `points` points. */
function tapsAlong(
  taps: AxisTaps,
  x: Float64Array,
  points: number,
  length: number,
  { base, offset, error }: ThetaAxis,
  per: number,
  attrs: SampleAttrs,
): void {
  for (let p = 0; p < points; p++) x[p] = per * (p + offset) + base;
  computeAxisTaps(taps, x, points, length, attrs, error);
}

/** The pixel coordinates along one image axis of output row (k, i); NaN without an axis, so that nothing is sampled. */
function rowCoordinates(x: Float64Array, axis: ThetaAxis | undefined, i: number, k: number): void {
  if (!axis) {
    x.fill(Number.NaN);
    return;
  }
  const { perX, perY, perZ, offset } = axis;
  const start = perY * (i + offset) + perZ * (k + offset) + axis.base;
  for (let j = 0; j < x.length; j++) x[j] = perX * (j + offset) + start;
}
