import { affineSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { SETS, type SetName } from './distorted-set.js';
import { convolution, convolvedSide, dense, denseRelus, flat, type Layer } from './layers.js';
import { randomStream } from './random-stream.js';
import { biases, logitWeights, zeros } from './weights.js';

const CLASSES = 10;
/** The side of what a transformer shows to the classifier. */
const VIEW_SIDE = 28;
/** The theta [2,3] that changes nothing, row by row. */
const IDENTITY = [1, 0, 0, 0, 1, 0];
const FILTERS = [16, 32] as const;
const POOLED = 2;
const LOCATING_UNITS = 32;

/** The nets that are compared: fully connected or convolutional, alone or behind a spatial transformer (ST). */
export const NET_NAMES = ['FCN', 'ST-FCN', 'CNN', 'ST-CNN'] as const;

/** The name of a net. */
export type NetName = (typeof NET_NAMES)[number];

/** Whether a net has a spatial transformer before its classifier. */
export function hasTransformer(net: NetName): boolean {
  return net.startsWith('ST-');
}

/** How wide the hidden layers of the classifiers are: such that all nets of a set have about as many weights in all. */
const UNITS: Readonly<Record<SetName, Readonly<Record<NetName, number>>>> = {
  R: { FCN: 128, 'ST-FCN': 104, CNN: 192, 'ST-CNN': 168 },
  RTS: { FCN: 64, 'ST-FCN': 66, CNN: 64, 'ST-CNN': 136 },
};

/** From images to something about each of them. */
type Reader = Layer<tf.Tensor4D, tf.Tensor2D>;

/** A net that reads digits. */
export interface Net {
  /** What the classifier learns. */
  readonly classifying: readonly tf.Variable[];
  /** What decides where to look; of a net without a transformer, nothing. */
  readonly locating: readonly tf.Variable[];
  /** Where the net looks in canvases [N,side,side,1]: thetas [N,2,3], if it has a transformer. */
  locate?(canvases: tf.Tensor4D): tf.Tensor3D;
  /** What the classifier sees: canvases [N,side,side,1] as they are, or [N,28,28,1] where the thetas look. */
  see(canvases: tf.Tensor4D, thetas: tf.Tensor3D | undefined): tf.Tensor4D;
  /** The logits of the ten digits, [N,10], for what is seen. */
  classify(seen: tf.Tensor4D): tf.Tensor2D;
}

/** A net for the canvases of a set. The seed decides the weights that it starts with. */
export function makeNet(set: SetName, name: NetName, seed: number): Net {
  const { side } = SETS[set];
  const random = randomStream(seed, 'weights');
  const isConvolutional = name.endsWith('CNN');
  const readerOf = isConvolutional ? convolutionalReader : denseReader;
  const locator = hasTransformer(name) ? makeLocator(side, isConvolutional, random) : undefined;
  const reader = readerOf(locator ? VIEW_SIDE : side, UNITS[set][name], random);
  return {
    classifying: reader.weights,
    locating: locator?.weights ?? [],
    ...(locator && { locate: (canvases) => tf.reshape(locator.apply(canvases), [canvases.shape[0], 2, 3]) }),
    see: (canvases, thetas) => (thetas ? affineSample(canvases, thetas, [VIEW_SIDE, VIEW_SIDE]) : canvases),
    classify: reader.apply,
  };
}

/** Logits by two hidden layers of `units`. */
function denseReader(side: number, units: number, random: RandomGenerator): Reader {
  return onPixels(denseRelus([side * side, units, units], random), toLogits(units, random));
}

/** Logits by two convolutions and one hidden layer of `units`. */
function convolutionalReader(side: number, units: number, random: RandomGenerator): Reader {
  const [first, second] = FILTERS;
  const convolutions = [convolution(1, first, random), convolution(first, second, random)];
  const pixels = convolvedSide(convolvedSide(side)) ** 2 * second;
  return onFeatures(convolutions, onPixels(denseRelus([pixels, units], random), toLogits(units, random)));
}

/**
 * Six numbers for each canvas, the theta. At first it looks at the whole canvas: weights of 0, and the identity as bias. A
 * random theta might look past the canvas, where no gradient leads back from.
 */
function makeLocator(side: number, isConvolutional: boolean, random: RandomGenerator): Reader {
  const toTheta = dense(zeros([LOCATING_UNITS, IDENTITY.length]), biases(IDENTITY));
  if (!isConvolutional) {
    return onPixels(denseRelus([side * side, LOCATING_UNITS, LOCATING_UNITS], random), toTheta);
  }
  // Where a digit lies is seen on a canvas of half the size, too.
  const halved = Math.floor(side / POOLED);
  const half: Layer<tf.Tensor4D, tf.Tensor4D> = {
    weights: [],
    apply: (x) => tf.avgPool(x, POOLED, POOLED, 'valid'),
  };
  const pixels = convolvedSide(halved) ** 2 * FILTERS[0];
  return onFeatures(
    [half, convolution(1, FILTERS[0], random)],
    onPixels(denseRelus([pixels, LOCATING_UNITS], random), toTheta),
  );
}

function toLogits(units: number, random: RandomGenerator): Layer<tf.Tensor2D, tf.Tensor2D> {
  return dense(logitWeights([units, CLASSES], random), zeros([CLASSES]));
}

/** Layers of rows, on the pixels of images. */
function onPixels(...layers: Layer<tf.Tensor2D, tf.Tensor2D>[]): Reader {
  return {
    weights: layers.flatMap(({ weights }) => weights),
    apply: (images) => layers.reduce((y, layer) => layer.apply(y), flat(images)),
  };
}

/** A reader behind layers of images. */
function onFeatures(layers: Layer<tf.Tensor4D, tf.Tensor4D>[], reader: Reader): Reader {
  return {
    weights: [...layers.flatMap(({ weights }) => weights), ...reader.weights],
    apply: (images) => reader.apply(layers.reduce((y, layer) => layer.apply(y), images)),
  };
}
