import type { NdArray, SampleCase } from '../case.js';
import { baseGrid } from './affine-grid.js';
import { type Filtering, filteringOf } from './antialias/filtering.js';
import { type Axis, unnormalize } from './taps.js';
import { type View, viewOf } from './view.js';

/** Where a case samples: everything about it but the pixels. */
export interface Points {
  /** In the order of the coordinates: x, y(, z). */
  readonly axes: readonly Axis[];
  readonly crops: number;
  /** Output pixels of each crop. */
  readonly perCrop: number;
  /** Of each output pixel, (x, y(, z), 1) from -1 to 1; only for what samples through theta. */
  readonly bases?: readonly (readonly number[])[];
  /** The rows of every crop's affine map, for what samples through theta. */
  readonly maps?: readonly (readonly (readonly number[])[])[];
  /** Every crop's perspective map, for what samples through one; it has no {@link maps} then. */
  readonly views?: readonly View[];
  /** How a case is antialiased, if it is. */
  readonly filtering?: Filtering | undefined;
  /** Which image crop n reads. */
  imageOf(n: number): number;
  /** How far outside a point may lie, in pixels, before it samples nothing; Infinity for any distance. */
  readonly cutoff: number;
  /** The coordinates in pixels of output pixel s of crop n, before any cutoff, or undefined where there is no such point. */
  placeAt(n: number, s: number): readonly number[] | undefined;
  /** The same of a point that samples something, or undefined where fillValue is read for want of one. */
  at(n: number, s: number): readonly number[] | undefined;
}

const made = new WeakMap<SampleCase, Points>();

/** The points of a case, which must have no empty axis; of the same case they are the same object. */
export function pointsOf(c: SampleCase): Points {
  const points = made.get(c) ?? makePoints(c);
  made.set(c, points);
  return points;
}

function makePoints(c: SampleCase): Points {
  const { cutoff = Number.POSITIVE_INFINITY } = c.options;
  const places = placesOf(c);
  const at = (n: number, s: number): readonly number[] | undefined => {
    const place = places.placeAt(n, s);
    return place?.every((x, k) => x >= -cutoff && x <= places.axes[k].size - 1 + cutoff) ? place : undefined;
  };
  return { ...places, cutoff, filtering: filteringOf(c), at };
}

function placesOf(c: SampleCase): Omit<Points, 'cutoff' | 'filtering' | 'at'> {
  const { alignCorners, mode, paddingMode, imageIndex, rounding, cubicCoefficient } = c.options;
  const [images, ...rest] = c.image.shape;
  const axes = rest
    .slice(0, -1)
    .reverse()
    .map((size): Axis => ({ size, mode, paddingMode, alignCorners, rounding, cubicCoefficient }));
  const imageOf = (n: number): number => (imageIndex ? imageIndex[n] : images === 1 ? 0 : n);

  if (c.op === 'gridSample') {
    const [crops, ...output] = c.grid.shape;
    const perCrop = output.slice(0, -1).reduce((product, length) => product * length, 1);
    const placeAt = (n: number, s: number): number[] | undefined => {
      const start = (n * perCrop + s) * axes.length;
      const point = axes.map(({ size }, k) => unnormalize(c.grid.data[start + k], size, alignCorners));
      return point.every(Number.isFinite) ? point : undefined;
    };
    return { axes, crops, perCrop, imageOf, placeAt };
  }

  if (c.op === 'perspectiveSample') {
    const bases = baseGrid(c.size, alignCorners);
    const views = rowsOf(c.theta).map((rows) => viewOf(rows, bases));
    const placeAt = (n: number, s: number): number[] | undefined => {
      const point = views[n].project(s);
      return point && axes.map(({ size }, k) => unnormalize(point[k], size, alignCorners));
    };
    return { axes, crops: views.length, perCrop: bases.length, bases, views, imageOf, placeAt };
  }

  const theta = c.op === 'crop' ? boxToTheta(c.boxes) : c.theta;
  const bases = baseGrid(c.size, alignCorners);
  const maps = rowsOf(theta);
  const isUsable = maps.map((rows) => rows.flat().every(Number.isFinite));
  const placeAt = (n: number, s: number): number[] | undefined => {
    if (!isUsable[n]) return undefined;
    return axes.map((axis, k) => throughTheta(maps[n][k], s, c.size, axis));
  };
  return { axes, crops: maps.length, perCrop: bases.length, bases, maps, imageOf, placeAt };
}

/** Theta [N,2,3] or [N,3,4] as rows, crop by crop. */
export function rowsOf({ shape, data }: NdArray): number[][][] {
  const [crops, rows, columns] = shape;
  return Array.from({ length: crops }, (_, n) =>
    Array.from({ length: rows }, (_, k) =>
      Array.from({ length: columns }, (_, column) => data[(n * rows + k) * columns + column]),
    ),
  );
}

/** A pixel coordinate straight from theta, so that whole pixels stay whole; the output pixel is s in row-major order. */
function throughTheta(row: readonly number[], s: number, size: readonly number[], axis: Axis): number {
  const { size: S, alignCorners } = axis;
  const lengths = [...size].reverse();
  const shift = row[lengths.length];
  let offset = shift + 1;
  let x = 0;
  let rest = s;
  lengths.forEach((length, k) => {
    const q = rest % length;
    rest = (rest - q) / length;
    if (!alignCorners) {
      x += row[k] * (S / length) * (q + 1 / 2);
      offset -= row[k];
    } else if (length > 1) {
      x += row[k] * ((S - 1) / (length - 1)) * q;
      offset -= row[k];
    }
  });
  return alignCorners ? x + ((S - 1) / 2) * offset : x + (S * offset) / 2 - 1 / 2;
}

/** Boxes [N,4] or [N,6] → theta [N,2,3] or [N,3,4]. */
function boxToTheta(boxes: NdArray): NdArray {
  const [crops, corners] = boxes.shape;
  const rows = corners / 2;
  const data = new Float64Array(crops * rows * (rows + 1));
  for (let n = 0; n < crops; n++) {
    for (let k = 0; k < rows; k++) {
      const near = boxes.data[n * corners + k];
      const far = boxes.data[n * corners + rows + k];
      const start = (n * rows + k) * (rows + 1);
      data[start + k] = (far - near) / 2;
      data[start + rows] = (far + near) / 2;
    }
  }
  return { shape: [crops, rows, rows + 1], data };
}
