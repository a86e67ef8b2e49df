/** What the module exports: the kernels of the contract, on addresses in the heap. Bool images are bytes. */

import { Pointer } from './memory/pointer';
import { FLOAT32, INT32, Problem } from './memory/problem';
import { affineSampleGradTheta as affineSampleGradThetaOf, affineSample as affineSampleOf } from './ops/affine-sample';
import { gridSampleGradGrid as gridSampleGradGridOf, gridSample as gridSampleOf } from './ops/grid-sample';

export { affineGrid, affineGridGradTheta } from './ops/affine-grid';
export { affineSampleGradImage } from './ops/affine-sample';
export { gridSampleGradImage } from './ops/grid-sample';

export function gridSample(crops: Pointer<f32>, image: usize, grid: Pointer<f32>, problem: Problem): void {
  const dtype = problem.imageDtype;
  if (dtype === FLOAT32) gridSampleOf<f32>(crops, changetype<Pointer<f32>>(image), grid, problem);
  else if (dtype === INT32) gridSampleOf<i32>(crops, changetype<Pointer<i32>>(image), grid, problem);
  else gridSampleOf<u8>(crops, changetype<Pointer<u8>>(image), grid, problem);
}

export function gridSampleGradGrid(
  dgrid: Pointer<f32>,
  dy: Pointer<f32>,
  image: usize,
  grid: Pointer<f32>,
  problem: Problem,
): void {
  const dtype = problem.imageDtype;
  if (dtype === FLOAT32) gridSampleGradGridOf<f32>(dgrid, dy, changetype<Pointer<f32>>(image), grid, problem);
  else if (dtype === INT32) gridSampleGradGridOf<i32>(dgrid, dy, changetype<Pointer<i32>>(image), grid, problem);
  else gridSampleGradGridOf<u8>(dgrid, dy, changetype<Pointer<u8>>(image), grid, problem);
}

export function affineSample(crops: Pointer<f32>, image: usize, theta: Pointer<f32>, problem: Problem): void {
  const dtype = problem.imageDtype;
  if (dtype === FLOAT32) affineSampleOf<f32>(crops, changetype<Pointer<f32>>(image), theta, problem);
  else if (dtype === INT32) affineSampleOf<i32>(crops, changetype<Pointer<i32>>(image), theta, problem);
  else affineSampleOf<u8>(crops, changetype<Pointer<u8>>(image), theta, problem);
}

export function affineSampleGradTheta(
  dtheta: Pointer<f32>,
  dy: Pointer<f32>,
  image: usize,
  theta: Pointer<f32>,
  problem: Problem,
): void {
  const dtype = problem.imageDtype;
  if (dtype === FLOAT32) affineSampleGradThetaOf<f32>(dtheta, dy, changetype<Pointer<f32>>(image), theta, problem);
  else if (dtype === INT32) affineSampleGradThetaOf<i32>(dtheta, dy, changetype<Pointer<i32>>(image), theta, problem);
  else affineSampleGradThetaOf<u8>(dtheta, dy, changetype<Pointer<u8>>(image), theta, problem);
}
