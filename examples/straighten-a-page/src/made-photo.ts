import { invertTheta, perspectiveSample, quadToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';

/** The photo's height and width. */
export const PHOTO_SIZE = [240, 320] as const;
/** A page is so many pixels high and wide. */
export const PAGE_SIZE = [176, 128] as const;

/** Four corners in pixels, (x, y) each, from the top left clockwise. */
export type Corners = readonly (readonly [x: number, y: number])[];

/**
 * A photo [1,H,W,1] of a printed page on a dark desk, lit from one side, with the page's corners there: the inverse of
 * straightening, as every pixel of the photo is looked up on the page.
 */
export function madePhoto(corners: Corners): tf.Tensor4D {
  return tf.tidy(() => {
    const theta = invertTheta(quadToTheta(normalised(corners)));
    const page = printedPage();
    const ink = perspectiveSample(page, theta, PHOTO_SIZE);
    const paper = perspectiveSample(tf.onesLike(page), theta, PHOTO_SIZE);
    const [height, width] = PHOTO_SIZE;
    const desk = tf.randomUniform([1, height, width, 1], 0.1, 0.3, 'float32', 1);
    const light = tf.reshape(tf.linspace(0.8, 1, width), [1, 1, width, 1]);
    return tf.mul<tf.Tensor4D>(tf.add(ink, tf.mul(tf.sub(1, paper), desk)), light);
  });
}

/** From pixels, where pixel k spans k to k + 1, to the -1 to 1 of quads [1,4,2]. */
export function normalised(corners: Corners): tf.Tensor3D {
  const [height, width] = PHOTO_SIZE;
  return tf.tensor3d([corners.map(([x, y]) => [(2 * x) / width - 1, (2 * y) / height - 1])]);
}

/** The reverse, of one quad. */
export async function inPixels(quads: tf.Tensor): Promise<[x: number, y: number][]> {
  const [height, width] = PHOTO_SIZE;
  const numbers = await quads.data();
  return [0, 2, 4, 6].map((at) => [((numbers[at] + 1) / 2) * width, ((numbers[at + 1] + 1) / 2) * height]);
}

/** White paper [1,H,W,1], with lines of words inside wide margins. */
function printedPage(): tf.Tensor4D {
  const [height, width] = PAGE_SIZE;
  const values = Float32Array.from({ length: height * width }, (_, at) => {
    const [y, x] = [Math.floor(at / width), at % width];
    const isText = x > 24 && x < width - 24 && y > 28 && y < height - 28;
    const isWord = y % 10 < 4 && (x * 7 + Math.floor(y / 10) * 13) % 50 > 9;
    return isText && isWord ? 0.15 : 0.95;
  });
  return tf.tensor4d(values, [1, height, width, 1]);
}
