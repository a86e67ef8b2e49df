/** What the module exports: the kernels of the contract, on addresses in the heap. Bool images are bytes. */
import { Pointer } from './memory/pointer';
import { Problem } from './memory/problem';
import { byImage } from './ops/by-image';
import { byPoints } from './ops/by-points';
import { forward } from './ops/forward';
import { AffinePoints, createAffinePoints } from './points/affine-points';
import { createGridPoints, createMovingPoints, GridPoints } from './points/grid-points';
import { createPerspectivePoints, PerspectivePoints } from './points/perspective-points';

export { affineGrid, affineGridGradTheta } from './ops/affine-grid';
export { perspectiveGrid, perspectiveGridGradTheta } from './ops/perspective-grid';

type Floats = Pointer<f32>;

export function gridSample(crops: usize, image: usize, grid: Floats, problem: Problem): void {
  forward<GridPoints>(createGridPoints(grid, problem), crops, image);
}

export function gridSampleGradImage(dimage: Floats, dy: usize, grid: Floats, problem: Problem): void {
  byImage<GridPoints>(createGridPoints(grid, problem), dimage, dy);
}

export function gridSampleGradGrid(dgrid: Floats, dy: usize, image: usize, grid: Floats, problem: Problem): void {
  byPoints<GridPoints>(createGridPoints(grid, problem), dgrid, dy, image);
}

export function gridSampleJvp(crops: usize, image: usize, grid: Floats, tangent: Floats, problem: Problem): void {
  forward<GridPoints>(createMovingPoints(grid, tangent, problem), crops, image);
}

export function gridSampleJvpGradImage(
  dimage: Floats,
  dy: usize,
  grid: Floats,
  tangent: Floats,
  problem: Problem,
): void {
  byImage<GridPoints>(createMovingPoints(grid, tangent, problem), dimage, dy);
}

export function gridSampleJvpGradGrid(
  dgrid: Floats,
  dy: usize,
  image: usize,
  grid: Floats,
  tangent: Floats,
  problem: Problem,
): void {
  byPoints<GridPoints>(createMovingPoints(grid, tangent, problem), dgrid, dy, image);
}

function affinePoints(theta: Floats, problem: Problem): AffinePoints {
  return createAffinePoints(theta, problem.dimensions * (problem.dimensions + 1), problem);
}

export function affineSample(crops: usize, image: usize, theta: Floats, problem: Problem): void {
  forward<AffinePoints>(affinePoints(theta, problem), crops, image);
}

export function affineSampleGradImage(dimage: Floats, dy: usize, theta: Floats, problem: Problem): void {
  byImage<AffinePoints>(affinePoints(theta, problem), dimage, dy);
}

export function affineSampleGradTheta(dtheta: Floats, dy: usize, image: usize, theta: Floats, problem: Problem): void {
  byPoints<AffinePoints>(affinePoints(theta, problem), dtheta, dy, image);
}

export function perspectiveSample(crops: usize, image: usize, theta: Floats, problem: Problem): void {
  forward<PerspectivePoints>(createPerspectivePoints(theta, problem), crops, image);
}

export function perspectiveSampleGradImage(dimage: Floats, dy: usize, theta: Floats, problem: Problem): void {
  byImage<PerspectivePoints>(createPerspectivePoints(theta, problem), dimage, dy);
}

export function perspectiveSampleGradTheta(
  dtheta: Floats,
  dy: usize,
  image: usize,
  theta: Floats,
  problem: Problem,
): void {
  byPoints<PerspectivePoints>(createPerspectivePoints(theta, problem), dtheta, dy, image);
}
