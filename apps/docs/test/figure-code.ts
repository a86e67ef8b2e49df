import '@cropgrad/backend-cpu';
import { boxesFromPixels, crop, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { edgeCrop } from '../drawings/edge-loss.js';
import { EDGE_PHOTO } from '../drawings/edge-photo.js';

/** A number that code in a figure says that it gives, with the number that it does give. */
export interface Answer {
  said: string;
  given: number;
}

/** An expression, and the numbers behind it. */
const ANSWERED = /^(.+); \/\/ (-?[\d.]+|\[\[.*\]\])$/gm;
/** Boxes, and their numbers in the line below. */
const BOXES_BELOW = /^\/\/ (\[\[.*\]\])$/gm;

/** Runs the code of a figure on the packages, with what the guide has beside it; and what it gives beside what it says. */
export async function answersOf(code: string, image: tf.Tensor4D = tf.zeros([1, 2, 2, 1])): Promise<Answer[]> {
  await tf.setBackend('cpu');
  const names = {
    tf,
    boxesFromPixels,
    crop,
    gridSample,
    image,
    photo: image,
    bricks: image,
    row: tf.tensor4d([1, 3, 2, 4], [1, 1, 4, 1]),
    stripes: tf.tensor4d(
      Array.from({ length: 32 }, (_, k) => k % 2),
      [1, 1, 32, 1],
    ),
    wanted: tf.tensor4d(edgeCrop([11, 2, 29, 20], 'zeros'), [1, 16, 16, 1]),
  };
  const answered = code
    .replace(ANSWERED, (_, expression, said) => `answers.push({ said: '${said}', tensor: ${expression} });`)
    .replace(BOXES_BELOW, (_, said) => `answers.push({ said: '${said}', tensor: boxes });`);
  const answers: { said: string; tensor: tf.Tensor }[] = [];
  // In a block of its own, the code may define a name that the guide has as well.
  new Function('answers', ...Object.keys(names), `{ ${answered} }`)(answers, ...Object.values(names));
  const lists = await Promise.all(
    answers.map(async ({ said, tensor }) => {
      const given = await tensor.data();
      return (said.match(/-?\d+(\.\d+)?/g) ?? []).map((number, k) => ({ said: number, given: given[k] }));
    }),
  );
  return lists.flat();
}

/** The photo of the figure at the edge. */
export function edgePhoto(): tf.Tensor4D {
  return tf.tensor4d(EDGE_PHOTO, [1, 48, 48, 1]);
}
