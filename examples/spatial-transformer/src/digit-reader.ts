import { affineSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { SIDE } from './draw-digits.js';
import { GLYPHS } from './font.js';

const PIXELS = SIDE * SIDE;
const HIDDEN = 32;
/** The theta [2,3] that changes nothing, row by row. */
const IDENTITY = [1, 0, 0, 0, 1, 0];

/** A network that reads digits. */
export interface DigitReader {
  /** What is learned. */
  readonly weights: readonly tf.Variable[];
  /** What the classifier gets to see of images [N,16,16,1], in the same shape. */
  see(images: tf.Tensor4D): tf.Tensor4D;
  /** The logits of the ten digits, [N,10]. */
  read(images: tf.Tensor4D): tf.Tensor2D;
}

/** A classifier of one dense layer, on the pixels as they are. The seed decides the weights that it starts with. */
export function plainReader(seed: number): DigitReader {
  const classify = dense(randomWeights(PIXELS, GLYPHS, seed), tf.zeros([GLYPHS]));
  const see = (images: tf.Tensor4D): tf.Tensor4D => images;
  return { weights: classify.weights, see, read: (images) => classify.apply(pixelsOf(images)) };
}

/**
 * The same classifier behind a spatial transformer: two dense layers say, picture by picture, where to look, and
 * affineSample looks there. Nothing tells them where the digit is: the gradient of the answer comes back through the crop.
 */
export function transformingReader(seed: number): DigitReader {
  const classifier = plainReader(seed);
  const hide = dense(randomWeights(PIXELS, HIDDEN, seed + 1), tf.zeros([HIDDEN]));
  // At first it looks at the whole picture. A random theta might look past it, and no gradient leads back from there.
  const locate = dense(tf.zeros([HIDDEN, IDENTITY.length]), tf.tensor1d(IDENTITY));
  const see = (images: tf.Tensor4D): tf.Tensor4D => {
    const theta = locate.apply(tf.relu(hide.apply(pixelsOf(images)))); // [N,6]
    return affineSample(images, tf.reshape(theta, [-1, 2, 3]), [SIDE, SIDE]);
  };
  const weights = [...hide.weights, ...locate.weights, ...classifier.weights];
  return { weights, see, read: (images) => classifier.read(see(images)) };
}

function dense(kernel: tf.Tensor2D, bias: tf.Tensor1D) {
  const [w, b] = [tf.variable(kernel), tf.variable(bias)];
  return { weights: [w, b], apply: (x: tf.Tensor2D): tf.Tensor2D => tf.add(tf.matMul(x, w), b) };
}

/** Glorot's uniform weights: as large as keeps signals and gradients at their size. */
function randomWeights(inputs: number, outputs: number, seed: number): tf.Tensor2D {
  const reach = Math.sqrt(6 / (inputs + outputs));
  return tf.randomUniform([inputs, outputs], -reach, reach, 'float32', seed);
}

function pixelsOf(images: tf.Tensor4D): tf.Tensor2D {
  return tf.reshape(images, [-1, PIXELS]);
}
