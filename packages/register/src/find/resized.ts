import { affineSample } from '@cropgrad/core';
import type { Tensor4D } from '@tensorflow/tfjs-core';

/** How everything is cut out: each pixel is a mean of all that it covers, and the photo's edge goes on beyond it. */
export const FILTERED = { antialias: true, paddingMode: 'border' } as const;

/** An image [1,H,W,1] of another size [h,w]. */
export function resized(image: Tensor4D, size: readonly [height: number, width: number]): Tensor4D {
  return affineSample(image, IDENTITY, size, FILTERED);
}

const IDENTITY = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
];
