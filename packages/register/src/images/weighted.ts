import { affineSample } from '@cropgrad/core';
import { div, maximum, mul, type Tensor, tidy } from '@tensorflow/tfjs-core';

/** What is done to images [N,…,1]: a linear map with weights that sum to 1. */
type Linear = (images: Tensor) => Tensor;

/** The same where only pixels with a mask of 1 count: the others weigh nothing. */
export function weighted(
  linear: Linear,
  images: Tensor,
  masks: Tensor | null,
): { images: Tensor; weights: Tensor | null } {
  if (!masks) return { images: linear(images), weights: null };
  const weights = linear(masks);
  return { images: div(linear(mul(images, masks)), maximum(weights, 1e-6)), weights };
}

/** Antialiased to half the size, rounded up; in each direction 1 3 3 1. */
export function halved(images: Tensor): Tensor {
  const size = images.shape.slice(1, -1).map((length) => Math.ceil(length / 2));
  return affineSample(images, [shift(size.map(() => 0))], size, { antialias: true, paddingMode: 'border' });
}

/** Smoothed by 1 4 6 4 1 in each direction: four times the mean of two neighbours, forward and back. */
export function smoothed(images: Tensor): Tensor {
  const size = images.shape.slice(1, -1);
  const steps = [1, -1, 1, -1].map((half) => shift(size.map((length) => half / length)));
  return tidy(() =>
    steps.reduce<Tensor>((image, theta) => affineSample(image, [theta], size, { paddingMode: 'border' }), images),
  );
}

/** The theta that moves by as much along each axis of a size, whose last axis is x. */
function shift(by: readonly number[]): number[][] {
  const moves = [...by].reverse();
  return moves.map((move, row) => [...moves.map((_, column) => Number(row === column)), move]);
}
