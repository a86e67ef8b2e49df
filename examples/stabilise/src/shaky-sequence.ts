import { affineSample, composeTheta, rotatedBoxToTheta } from '@cropgrad/core';
import { add, clipByValue, randomNormal, type Tensor3D, type Tensor4D, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { type Pose, thetaOf } from './pose.js';

/** How many frames there are, and their height and width. */
export const COUNT = 24;
export const SIZE = [120, 160] as const;

/** The deviations of the jitter: pixels of a frame, radians, and parts of the scale. */
const JITTER = { x: 4, y: 4, turn: 0.02, zoom: 0.015 };
/** The deviation of each frame's noise, of values from 0 to 255. */
const NOISE = 4;

/** A sequence that knows its camera. */
export interface Sequence {
  /** [N,h,w,C], from 0 to 255. */
  frames: Tensor4D;
  /** From each frame to the photo, [N,2,3]. */
  truth: Tensor3D;
}

/** What somebody with a shaky hand films who pans over a photo [1,H,W,C]. */
export async function shakySequence(photo: Tensor4D, seed = 1): Promise<Sequence> {
  const [, height, width] = photo.shape;
  const jitter = await jitterOf(seed);
  return tidy(() => {
    const boxes = Array.from({ length: COUNT }, (_, n) => {
      const part = n / (COUNT - 1);
      return [-0.35 + 0.7 * part, -0.25 + 0.3 * part, 1, (0.75 * width) / height, 0];
    });
    const pan = rotatedBoxToTheta(tensor2d(boxes), [height, width]);
    const truth = composeTheta(pan, thetaOf(jitter, SIZE));
    const seen = affineSample(photo, truth, SIZE, { antialias: true, paddingMode: 'border' });
    const noise = randomNormal(seen.shape, 0, NOISE, 'float32', seed);
    return { frames: clipByValue<Tensor4D>(add(seen, noise), 0, 255), truth };
  });
}

async function jitterOf(seed: number): Promise<Pose[]> {
  const random = randomNormal([COUNT, 4], 0, 1, 'float32', seed);
  const values = await random.data<'float32'>();
  random.dispose();
  return Array.from({ length: COUNT }, (_, n) => {
    const [x, y, turn, zoom] = values.subarray(4 * n);
    return { x: x * JITTER.x, y: y * JITTER.y, turn: turn * JITTER.turn, zoom: zoom * JITTER.zoom };
  });
}
