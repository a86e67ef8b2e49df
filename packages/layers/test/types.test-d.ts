import type { SymbolicTensor, Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs';
import { expectTypeOf, test } from 'vitest';
import { AffineSampleLayer, CropLayer, type CropLayerArgs, SpatialTransformer } from '../src/index.js';

declare const image: Tensor4D;
declare const boxes: Tensor2D;
declare const symbolic: SymbolicTensor;
declare const shape: tf.Shape;

// `pnpm types` compiles this file, which is all of the test.

const crop = new CropLayer({ size: [2, 2] });
const sample = new AffineSampleLayer({ size: [2, 2, 2], inputShape: [8, 8, 8, 1], name: 'sample' });
const transformer = new SpatialTransformer({ size: [2, 2], localization: tf.layers.dense({ units: 4 }) });

test('symbolic tensors give one, and tensors one', () => {
  expectTypeOf(crop.apply([symbolic, symbolic])).toEqualTypeOf<SymbolicTensor>();
  expectTypeOf(crop.apply([image, boxes])).toEqualTypeOf<Tensor>();
  expectTypeOf(sample.apply([symbolic, symbolic])).toEqualTypeOf<SymbolicTensor>();
  expectTypeOf(transformer.apply(symbolic)).toEqualTypeOf<SymbolicTensor>();
  expectTypeOf(transformer.apply(image)).toEqualTypeOf<Tensor>();
  // @ts-expect-error: one of each
  crop.apply([symbolic, image]);
});

test('a transformer says where it looks', () => {
  expectTypeOf(transformer.thetaOf(image)).toEqualTypeOf<Tensor3D>();
  expectTypeOf(transformer.coverageOf(image)).toEqualTypeOf<Tensor1D>();
  expectTypeOf(transformer.computeOutputShape(shape)).toEqualTypeOf<tf.Shape>();
});

test('layers go where layers go', () => {
  tf.sequential({ layers: [transformer, crop, sample] });
  const args: CropLayerArgs = { size: [2, 2], box: [0, 0, 1, 1], trainable: false, antialias: { widen: 2 } };
  new CropLayer(args);
  new SpatialTransformer({ size: [2, 2], localization: [tf.sequential(), tf.layers.flatten()], thetaScale: 0.1 });
});

test('what is wrong does not compile', () => {
  // @ts-expect-error: no size
  new CropLayer({});
  // @ts-expect-error: one number
  new CropLayer({ size: [2] });
  // @ts-expect-error: no such mode
  new CropLayer({ size: [2, 2], mode: 'cubic' });
  // @ts-expect-error: no such option
  new CropLayer({ size: [2, 2], padding: 'zeros' });
  // @ts-expect-error: the batch says it
  new CropLayer({ size: [2, 2], imageIndex: [0] });
  // @ts-expect-error: tensors are not saved
  new CropLayer({ size: [2, 2], fillValue: tf.tensor1d([0]) });
  // @ts-expect-error: a box of text
  new CropLayer({ size: [2, 2], box: ['0', '0', '1', '1'] });
  // @ts-expect-error: a box is an input there
  new AffineSampleLayer({ size: [2, 2], box: [0, 0, 1, 1] });
  // @ts-expect-error: no net
  new SpatialTransformer({ size: [2, 2] });
  // @ts-expect-error: no layer
  new SpatialTransformer({ size: [2, 2], localization: (x: Tensor) => x });
});
