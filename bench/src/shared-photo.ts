/**
 * Peak memory of 64 crops of 224 × 224 from one 1080p photo, forward and backward to the photo and the boxes. A photo
 * per crop would be 64 × 24.9 MB; the crops share one, and so do its gradients.
 */
import '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';

const CROPS = 64;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
/** The process's highest resident memory so far; Node reports kilobytes. */
const peakRss = (): number => process.resourceUsage().maxRSS * 1024;

const started = peakRss();
const photo = tf.randomUniform<tf.Rank.R4>([1, 1080, 1920, 3], 0, 1, 'float32', 1);
const boxes = tf.tensor2d(Array.from({ length: CROPS }, (_, n) => [-1 + n / CROPS, -1, n / CROPS, 0.5]));
const dy = tf.ones([CROPS, 224, 224, 3]);
const loaded = peakRss();

const f = (i: tf.Tensor, b: tf.Tensor): tf.Tensor => crop(i as tf.Tensor4D, b as tf.Tensor2D, [224, 224]);
const { peakBytes } = await tf.profile(() => tf.tidy(() => void tf.grads(f)([photo, boxes], dy)));
const finished = peakRss();

const photoBytes = photo.size * 4;
console.log(`photo                         ${megabytes(photoBytes)}`);
console.log(`one photo per crop would be   ${megabytes(CROPS * photoBytes)}`);
console.log(`crops and their gradient      ${megabytes(2 * dy.size * 4)}`);
console.log(`peak in tensors               ${megabytes(peakBytes)}`);
console.log(
  `peak resident, with runtime   ${megabytes(finished)} (${megabytes(started)} at start, ${megabytes(loaded)} with inputs)`,
);
