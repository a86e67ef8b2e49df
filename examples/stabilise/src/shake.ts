import { invertTheta, transformPoints } from '@cropgrad/core';
import { type Tensor3D, tensor3d, tidy, tile } from '@tensorflow/tfjs-core';
import { SIZE } from './shaky-sequence.js';

/** Places of the photo that all frames show. */
const PLACES = [
  [-0.15, -0.3],
  [0.15, -0.3],
  [-0.15, 0.1],
  [0.15, 0.1],
  [0, -0.1],
];

/**
 * How much frames shake that see a photo through thetas [N,2,3]: how far a place of the photo is from halfway between where it was one
 * frame before and is one frame after, in pixels, as the root of the mean square.
 */
export async function shakeOf(theta: Tensor3D): Promise<number> {
  const [count] = theta.shape;
  const seen = tidy(() => transformPoints(invertTheta(theta), tile(tensor3d([PLACES]), [count, 1, 1])));
  const values = await seen.data();
  seen.dispose();
  const stride = 2 * PLACES.length;
  let [sum, terms] = [0, 0];
  for (let k = stride; k < values.length - stride; k++) {
    const off = values[k] - (values[k - stride] + values[k + stride]) / 2;
    sum += ((off * (k % 2 === 0 ? SIZE[1] : SIZE[0])) / 2) ** 2;
    terms++;
  }
  // Of x and y together.
  return Math.sqrt((2 * sum) / terms);
}
