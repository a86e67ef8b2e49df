import { affineGrid } from '@cropgrad/backend-cpu/kernels';
import { writeThetas } from '@cropgrad/core/backend';
import { pixelAxis } from './pixel-axis.js';
import type { Point } from './point.js';

/** A box's corners (x, y, x2, y2). In pixels, pixel k reaches from k to k + 1. */
export type Corners = readonly [x: number, y: number, x2: number, y2: number];

/** Spatial sizes [H,W] or [h,w]. */
export type Size = readonly [height: number, width: number];

/** A box in pixels as the box from -1 to 1 that lies in the same place, under either convention. */
export function normalisedBox(box: Corners, [height, width]: Size, alignCorners: boolean): Corners {
  const [x, y] = [pixelAxis(width, alignCorners), pixelAxis(height, alignCorners)];
  return [
    x.fromPixels(box[0] - 0.5),
    y.fromPixels(box[1] - 0.5),
    x.fromPixels(box[2] - 0.5),
    y.fromPixels(box[3] - 0.5),
  ];
}

/** The theta [1,2,3] of a box from -1 to 1. */
export function thetaOf(box: Corners): Float32Array {
  const theta = new Float32Array(6);
  writeThetas(theta, Float32Array.from(box), 2);
  return theta;
}

/** The points that a crop of `size` reads of a box from -1 to 1, in pixels of the image: pixel k reaches from k to k + 1. */
export function pointsRead(box: Corners, [height, width]: Size, size: Size, alignCorners: boolean): Point[] {
  const grid = affineGrid(thetaOf(box), 1, size, alignCorners);
  const [x, y] = [pixelAxis(width, alignCorners), pixelAxis(height, alignCorners)];
  return Array.from({ length: size[0] * size[1] }, (_, k) => ({
    x: x.toPixels(grid[2 * k]) + 0.5,
    y: y.toPixels(grid[2 * k + 1]) + 0.5,
  }));
}
