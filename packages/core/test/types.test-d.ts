import {
  affineGrid,
  affineSample,
  boxToTheta,
  type CropBackend,
  crop,
  gridSample,
  registerCropBackend,
} from '@cropgrad/core';
import type { Tensor2D, Tensor3D, Tensor4D, Tensor5D, Variable } from '@tensorflow/tfjs-core';
import { expectTypeOf, test } from 'vitest';

declare const image: Tensor4D;
declare const volume: Tensor5D;
declare const boxes: Tensor2D;
declare const variable: Variable<import('@tensorflow/tfjs-core').Rank.R2>;
declare const theta: Tensor3D;
declare const grid: Tensor4D;
declare const grid3d: Tensor5D;

test('an image gives an image, a volume a volume', () => {
  expectTypeOf(crop(image, boxes, [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(crop(volume, boxes, [2, 2, 2])).toEqualTypeOf<Tensor5D>();
  expectTypeOf(crop(image, variable, [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(crop([[[[1]]]], [[-1, -1, 1, 1]], [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(affineSample(volume, theta, [2, 2, 2])).toEqualTypeOf<Tensor5D>();
  expectTypeOf(affineGrid(theta, [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(affineGrid(theta, [2, 2, 2])).toEqualTypeOf<Tensor5D>();
  expectTypeOf(gridSample(volume, grid3d)).toEqualTypeOf<Tensor5D>();
  expectTypeOf(boxToTheta(boxes)).toEqualTypeOf<Tensor3D>();
});

test('misuse does not compile', () => {
  // @ts-expect-error a volume needs [d,h,w]
  crop(volume, boxes, [2, 2]);
  // @ts-expect-error an image needs [h,w]
  crop(image, boxes, [2, 2, 2]);
  // @ts-expect-error boxes are [N,4], not [4]
  crop(image, [-1, -1, 1, 1], [2, 2]);
  // @ts-expect-error the theta goes to affineSample
  crop(image, theta, [2, 2]);
  // @ts-expect-error an image needs a grid of pairs
  gridSample(image, grid3d);
  // @ts-expect-error no such mode
  gridSample(image, grid, { mode: 'linear' });
  // @ts-expect-error no such option
  gridSample(image, grid, { aligncorners: true });
  // @ts-expect-error affineGrid has no mode
  affineGrid(theta, [2, 2], { mode: 'nearest' });
  // @ts-expect-error a backend needs its required kernels
  registerCropBackend({ tfBackend: 'x', capabilities: {} as CropBackend['capabilities'], kernels: {} });
});
