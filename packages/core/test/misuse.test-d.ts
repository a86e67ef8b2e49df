import {
  affineGrid,
  affineSample,
  boxesFromPixels,
  boxToTheta,
  composeTheta,
  coverage,
  crop,
  cropQuads,
  gridSample,
  invertTheta,
  pasteCrop,
  perspectiveSample,
  quadToTheta,
  rotatedBoxToTheta,
} from '@cropgrad/core';
import type * as tf from '@tensorflow/tfjs';
import { test } from 'vitest';

declare const image: tf.Tensor4D;
declare const volume: tf.Tensor5D;
declare const boxes: tf.Tensor2D;
declare const theta: tf.Tensor3D;
declare const x: tf.Tensor;
declare const word: string;

test('a rank that is known to be wrong', () => {
  // @ts-expect-error boxes are [N,4], not [4]
  crop(image, [-1, -1, 1, 1], [2, 2]);
  // @ts-expect-error so also for an image of unknown rank
  crop(x, [-1, -1, 1, 1], [2, 2]);
  // @ts-expect-error the theta goes to affineSample
  crop(image, theta, [2, 2]);
  // @ts-expect-error so also for an image of unknown rank
  crop(x, theta, [2, 2]);
  // @ts-expect-error the boxes go to crop
  affineSample(image, boxes, [2, 2]);
  // @ts-expect-error a single image needs a batch axis
  crop(theta, boxes, [2, 2]);
  // @ts-expect-error three levels of arrays are a single image
  crop([[[1]]], boxes, [2, 2]);
  // @ts-expect-error an image needs a grid of pairs
  gridSample(image, volume);
  // @ts-expect-error a volume needs a grid of triples
  gridSample(volume, image);
  // @ts-expect-error boxes are no grid, and no list of points in a batch
  gridSample(x, boxes);
  // @ts-expect-error a theta is no boxes
  boxToTheta(theta);
  // @ts-expect-error a single box
  boxToTheta([-1, -1, 1, 1]);
  // @ts-expect-error a theta is no boxes
  boxesFromPixels(theta, [2, 2]);
  // @ts-expect-error a single rotated box
  rotatedBoxToTheta([0, 0, 1, 1, 0], [2, 2]);
  // @ts-expect-error boxes are no theta
  composeTheta(theta, boxes);
  // @ts-expect-error boxes are no theta
  invertTheta(boxes);
  // @ts-expect-error boxes are no theta
  affineGrid(boxes, [2, 2]);
  // @ts-expect-error boxes are no quads
  cropQuads(image, boxes, [2, 2]);
  // @ts-expect-error a single quad
  quadToTheta([[-1, -1]]);
  // @ts-expect-error volumes have no perspective
  perspectiveSample(volume, theta, [2, 2]);
});

test('what is no tensor', () => {
  // @ts-expect-error tf.browser.fromPixels reads a canvas
  crop({} as HTMLCanvasElement, boxes, [2, 2]);
  // @ts-expect-error tf.browser.fromPixels reads ImageData
  crop({} as ImageData, boxes, [2, 2]);
  // @ts-expect-error await it
  crop(Promise.resolve(image), boxes, [2, 2]);
  // @ts-expect-error a layer calls crop, not a symbolic graph
  crop({} as tf.SymbolicTensor, boxes, [2, 2]);
  // @ts-expect-error a list of images: tf.stack
  crop([theta], boxes, [2, 2]);
  // @ts-expect-error predict gives one tensor or several: say which
  crop(image, {} as ReturnType<tf.LayersModel['predict']>, [2, 2]);
  // @ts-expect-error boxes that may be missing
  crop(image, {} as tf.Tensor | undefined, [2, 2]);
  // @ts-expect-error no boxes
  crop(image, undefined, [2, 2]);
});

test('sizes', () => {
  // @ts-expect-error a volume needs [d,h,w]
  crop(volume, boxes, [2, 2]);
  // @ts-expect-error an image needs [h,w]
  crop(image, boxes, [2, 2, 2]);
  // @ts-expect-error an image needs [h,w]
  affineSample(image, theta, [2, 2, 3] as const);
  // @ts-expect-error [h,w], without batch and channels
  crop(image, boxes, image.shape);
  // @ts-expect-error two or three numbers
  crop(x, boxes, [2]);
  // @ts-expect-error two or three numbers
  affineGrid(theta, [1, 3, 2, 2]);
  // @ts-expect-error two numbers
  crop(image, boxes, 64);
});

test('options', () => {
  // @ts-expect-error no such mode
  gridSample(image, image, { mode: 'linear' });
  // @ts-expect-error no such mode, from a constant
  crop(image, boxes, [2, 2], { mode: 'linear' } as const);
  // @ts-expect-error no such padding, beside any word
  crop(image, boxes, [2, 2], { mode: word, paddingMode: 'circular' });
  // @ts-expect-error no such option
  gridSample(image, image, { aligncorners: true });
  // @ts-expect-error no such option, beside any word
  crop(image, boxes, [2, 2], { mode: word, aligncorners: true });
  // @ts-expect-error any word will not do here
  crop(image, boxes, [2, 2], { fillValue: word });
  // @ts-expect-error any word will not do here
  crop(image, boxes, [2, 2], { alignCorners: word });
  // @ts-expect-error one index a crop
  crop(image, boxes, [2, 2], { imageIndex: boxes });
  // @ts-expect-error options are an object
  crop(image, boxes, [2, 2], 'nearest');
  // @ts-expect-error options are an object
  crop(image, boxes, [2, 2], boxes);
  // @ts-expect-error a grid does not say how much of the image a sample stands for
  gridSample(image, image, { antialias: true });
  // @ts-expect-error how much wider is a number
  crop(image, boxes, [2, 2], { antialias: { widen: true } });
  // @ts-expect-error two of Keys's coefficients are known
  crop(image, boxes, [2, 2], { cubicCoefficient: -1 } as const);
  // @ts-expect-error 'pad' or 'fill'
  crop(image, boxes, [2, 2], { outside: 'zeros' });
  // @ts-expect-error one number for each channel
  crop(image, boxes, [2, 2], { fillValue: boxes });
  // @ts-expect-error what is outside of a crop is not asked for
  pasteCrop(image, boxes, [2, 2], { paddingMode: 'zeros' });
  // @ts-expect-error no image in it: its size
  coverage(boxes, image, [2, 2]);
  // @ts-expect-error affineGrid has no mode
  affineGrid(theta, [2, 2], { mode: 'nearest' });
});
