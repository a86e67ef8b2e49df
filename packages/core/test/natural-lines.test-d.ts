import {
  affineGrid,
  affineSample,
  boxesFromPixels,
  boxToTheta,
  composeTheta,
  crop,
  cropQuads,
  gridSample,
  invertTheta,
  perspectiveSample,
  quadToTheta,
  rotatedBoxToTheta,
} from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import * as tfc from '@tensorflow/tfjs-core';
import { expectTypeOf, test } from 'vitest';

// Lines that people write. tfjs gives most tensors as plain `tf.Tensor`, whose rank TypeScript does not know.
declare const photo: tf.Tensor4D;
declare const volume: tf.Tensor5D;
declare const boxes: tf.Tensor2D;
declare const theta: tf.Tensor3D;
declare const x: tf.Tensor;
declare const canvas: HTMLCanvasElement;
declare const layers: tf.LayersModel;
declare const graph: tf.GraphModel;

test('gradients', () => {
  tf.grad((b) => crop(photo, b, [64, 64]))(boxes);
  tfc.grad((image) => crop(image, boxes, [64, 64]))(photo);
  tf.grads((image, b) => crop(image, b, [64, 64]))([photo, boxes]);
  tf.valueAndGrad((b: tf.Tensor) => tf.sum(crop(photo, b, [64, 64])))(x);
  tf.valueAndGrad((b: tf.Tensor2D) => crop(photo, b, [64, 64]).sum())(boxes);
  tf.valueAndGrads((image, b) => crop(image, b, [64, 64]).mean())([photo, boxes]);
  tf.grads((image, grid) => gridSample(image, grid))([photo, photo]);
  tf.grad((t) => affineSample(photo, t, [64, 64]))(theta);
  tf.grad((t) => affineGrid(t, [64, 64]))(theta);
  tf.grad((b) => rotatedBoxToTheta(b, [480, 640]))(boxes);
  tf.grads((a, b) => composeTheta(a, b))([theta, theta]);
  tf.grad((q) => cropQuads(photo, q, [64, 64]))(theta);
  tf.grads((image, q) => perspectiveSample(image, quadToTheta(q), [64, 64]))([photo, theta]);
  tf.customGrad((b) => ({ value: crop(photo, b as tf.Tensor, [64, 64]), gradFunc: (dy) => [dy] }))(boxes);
});

test('training', () => {
  const box = tf.variable(x);
  const target = crop(photo, [[-0.5, -0.5, 0.5, 0.5]], [64, 64]);
  const adam = tf.train.adam(0.01);
  adam.minimize(() => tf.losses.meanSquaredError(target, crop(photo, box, [64, 64])), true, [box]);
  adam.minimize(() => crop(photo, box, [64, 64]).sub(target).square().mean());
  tfc.variableGrads(() => tfc.losses.absoluteDifference(target, crop(photo, tfc.variable(x), [64, 64])));
  tf.tidy(() => crop(photo, tf.tanh(box), [64, 64])).dispose();
  layers.fit(crop(x, x, [64, 64]), tf.oneHot([1], 10));
});

test('images', async () => {
  expectTypeOf(crop(tf.stack([tf.zeros([8, 8, 3]), tf.zeros([8, 8, 3])]), boxes, [4, 4])).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(crop(tf.zeros([1, 8, 8, 3]), boxes, [4, 4])).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(crop(tf.zeros([1, 8, 8, 8, 3]), boxes, [4, 4, 4])).toEqualTypeOf<tf.Tensor5D>();
  crop(tf.tensor([1, 2, 3, 4], [1, 2, 2, 1]), boxes, [4, 4]);
  crop(tf.expandDims(tf.browser.fromPixels(canvas)), boxes, [4, 4]);
  crop(tf.browser.fromPixels(canvas).expandDims(0), boxes, [4, 4]);
  crop(tf.browser.fromPixels(canvas).expandDims(0).toFloat().div(255), boxes, [4, 4]);
  crop((await tf.browser.fromPixelsAsync(canvas)).expandDims(), boxes, [4, 4]);
  crop(x.reshape([1, 8, 8, 1]), boxes, [4, 4]);
  crop(tf.reshape(x, [1, 8, 8, 1]), boxes, [4, 4]);
  crop(tf.transpose(x, [0, 3, 1, 2]), boxes, [4, 4], { dataFormat: 'NCHW' });
  crop(tf.image.resizeBilinear(photo, [32, 32]), boxes, [4, 4]);
  crop(graph.execute({ image: photo }) as tf.Tensor, boxes, [4, 4]);
  crop(crop(x, x, [8, 8]), x, [4, 4]);
  [photo, photo].map((image) => crop(image, x, [4, 4]));
});

test('boxes, thetas and grids', async () => {
  crop(photo, tf.stack([tf.tensor1d([-1, -1, 1, 1]), tf.tensor1d([0, 0, 1, 1])]), [4, 4]);
  crop(photo, tf.concat([x, x.add(0.5)], 1), [4, 4]);
  crop(photo, x.clipByValue(-1, 1), [4, 4]);
  crop(photo, layers.predict(photo) as tf.Tensor, [4, 4]);
  crop(photo, tf.layers.dense({ units: 4 }).apply(x) as tf.Tensor, [4, 4]);
  crop(photo, await boxes.array(), [4, 4]);
  crop(photo, boxesFromPixels(x, photo.shape.slice(1, 3)), [4, 4]);
  affineSample(photo, x.reshape([-1, 2, 3]), [4, 4]);
  affineSample(photo, tf.reshape(x, [-1, 2, 3]), [4, 4]);
  affineSample(photo, composeTheta(boxToTheta(x), invertTheta(x)), [4, 4]);
  expectTypeOf(gridSample(photo, x)).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(gridSample(x, volume)).toEqualTypeOf<tf.Tensor5D>();
  expectTypeOf(gridSample(x, affineGrid(x, [4, 4]))).toEqualTypeOf<tf.Tensor4D>();
  gridSample([[[[1], [2]]]] as const, [[[[0, 0]]]] as const);
  crop([[[[1], [2]]]] as const, [[-1, -1, 1, 1]] as const, [4, 4] as const);
});

test('sizes and options in variables', () => {
  const size = [64, 64];
  const options = { mode: 'nearest', paddingMode: 'border' };
  const layout = Math.random() < 0.5 ? 'NHWC' : 'NCHW';
  expectTypeOf(crop(photo, boxes, size)).toEqualTypeOf<tf.Tensor4D>();
  expectTypeOf(crop(volume, x, size)).toEqualTypeOf<tf.Tensor5D>();
  expectTypeOf(crop(x, x, size)).toEqualTypeOf<tf.Tensor4D | tf.Tensor5D>();
  expectTypeOf(affineGrid(x, size)).toEqualTypeOf<tf.Tensor4D | tf.Tensor5D>();
  crop(photo, boxes, photo.shape.slice(1, 3));
  affineSample(photo, theta, size, options);
  crop(photo, boxes, size, options);
  crop(photo, boxes, size, { ...options, fillValue: 0.5, paddingMode: 'zeros' });
  gridSample(photo, photo, { dataFormat: layout });
  crop(photo, boxes, size, { imageIndex: tf.zeros([8], 'int32') });
});

test('what becomes of the crops', async () => {
  const crops = crop(x, x, [64, 64]);
  const unknown = crop(x, x, x.shape.slice(1, 3));
  layers.predict(crops);
  graph.predict(unknown);
  tf.image.resizeBilinear(crops, [32, 32]);
  tf.image.flipLeftRight(crops);
  tf.concat([crops, crop(photo, x, [64, 64])]);
  await tf.browser.toPixels(crops.squeeze([0]) as tf.Tensor3D);
  const [n, h, w, c] = crops.shape;
  crops.reshape([n, h * w * c]);
  unknown.mul(2).sub(unknown).mean().dataSync();
  tf.stack([unknown, unknown]).print();
  tf.losses.meanSquaredError(unknown, tf.zerosLike(unknown));
  const image: tf.Tensor4D = unknown as tf.Tensor4D;
  crop(image, x, [64, 64]);
});
