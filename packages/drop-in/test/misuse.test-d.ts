import { cropAndResize, prRoiPool, resizeBilinear, roiAlign, transform } from '@cropgrad/drop-in';
import type * as tf from '@tensorflow/tfjs';
import { expectTypeOf, test } from 'vitest';

declare const image: tf.Tensor4D;
declare const single: tf.Tensor3D;
declare const boxes: tf.Tensor2D;
declare const x: tf.Tensor;
declare const index: tf.Tensor1D;

// `pnpm types` compiles this file, which is all of the test.

test('calls of tfjs compile', () => {
  expectTypeOf(cropAndResize(image, boxes, index, [2, 2])).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(cropAndResize(image, [[0, 0, 1, 1]], [0], [2, 2], 'nearest', 3)).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(transform(image, boxes, 'bilinear', 'reflect', 0, [2, 2])).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(resizeBilinear(single, [2, 2], true)).toEqualTypeOf<tf.Tensor3D>();
  expectTypeOf(resizeBilinear(image, [2, 2], false, true)).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(resizeBilinear<tf.Tensor3D>([[[1]]], [2, 2])).toEqualTypeOf<tf.Tensor3D>();
  expectTypeOf(resizeBilinear).toExtend<typeof tf.image.resizeBilinear>();
  expectTypeOf(roiAlign(image, boxes, index, [2, 2], { samplingRatio: 2 })).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(prRoiPool(image, boxes, [0], [2, 2])).toEqualTypeOf<tf.Tensor4D>();
});

test('tensors of unknown rank compile, as tf.grad gives them', () => {
  expectTypeOf(cropAndResize(x, x, [0], [2, 2])).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(transform(x, x)).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(resizeBilinear(x, [2, 2])).toEqualTypeOf<tf.Tensor3D | tf.Tensor4D>();
  expectTypeOf(roiAlign(x, x, [0], [2, 2])).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(prRoiPool(x, x, [0], [2, 2])).toEqualTypeOf<tf.Tensor4D>();
});

test('what is known to be wrong does not', () => {
  // @ts-expect-error a single image needs a batch axis
  cropAndResize(single, boxes, index, [2, 2]);
  // @ts-expect-error which image each box is cut from comes before the size
  cropAndResize(image, boxes, [2, 2]);
  // @ts-expect-error boxes are [N,4], not [4]
  roiAlign(image, [0, 0, 1, 1], index, [2, 2]);
  // @ts-expect-error a matrix is no image
  resizeBilinear(boxes, [2, 2]);
  // @ts-expect-error a size has two lengths
  roiAlign(image, boxes, index, 7);
  // @ts-expect-error torchvision's names are in camel case here
  roiAlign(image, boxes, index, [2, 2], { sampling_ratio: 2 });
  // @ts-expect-error prRoiPool has no samples
  prRoiPool(image, boxes, index, [2, 2], { samplingRatio: 2 });
  // @ts-expect-error tfjs's name is 'reflect'
  transform(image, boxes, 'bilinear', 'reflection');
  // @ts-expect-error bicubic is for crop of @cropgrad/core
  cropAndResize(image, boxes, index, [2, 2], 'bicubic');
});
