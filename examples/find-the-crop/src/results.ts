import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { boxesFromPixels, crop, type Size2D } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { PairAnswer } from 'cropgrad-find';
import { writeInto } from '../../../commands/prepare-folder.js';
import { type Box, cornerDistances, pixelsOff } from './box.js';
import { pathPicture } from './path-picture.js';
import { pictures } from './photo.js';
import { stripPicture } from './strip-picture.js';

/** Everything about one search. */
export interface Run {
  image: string;
  backend: string;
  out: string;
  photo: tf.Tensor4D;
  target: tf.Tensor4D;
  truth: Box;
  /** What cropgrad-find says. */
  answer: PairAnswer;
  path: readonly Box[];
  losses: readonly number[];
  found: boolean;
  /** How far the corner that is furthest off is from the true one, in pixels. */
  cornerError: number;
}

/** The files that `writeResults` writes. */
export const RESULT_FILES: readonly string[] = ['path.png', 'strip.png', 'result.json'];

/** Writes the two pictures and result.json, and gives back their paths. Throws an InputError where it cannot. */
export async function writeResults(run: Run): Promise<string[]> {
  const files = RESULT_FILES.map((name) => join(run.out, name));
  const [pathFile, stripFile, resultFile] = files;
  const [photo] = await pictures(run.photo);
  const picture = await pathPicture(photo, run.path, run.truth, run.found);
  const row = await stripPicture(await strip(run));
  await writeInto(run.out, async () => {
    await writeFile(pathFile, await picture.toBuffer());
    await writeFile(stripFile, await row.toBuffer());
    await writeFile(resultFile, `${JSON.stringify(result(run), null, 2)}\n`);
  });
  return files;
}

function result({ image, backend, target, photo, truth, answer, path, losses, found, cornerError }: Run) {
  const [, photoHeight, photoWidth] = photo.shape;
  const [, height, width] = target.shape;
  const settled = path[path.length - 1];
  return {
    image: basename(image),
    order: 'x before y, in pixels: a box is x, y, x2, y2, and a size is width, height',
    imageSize: [photoWidth, photoHeight],
    size: [width, height],
    backend,
    true: truth,
    cropgradFind: { box: answer.reason === null ? answer.placement.box : null, score: answer.score },
    start: path[0],
    settled,
    found: found ? settled : null,
    cornerError,
    steps: losses.length,
    loss: losses,
  };
}

/** What the crop looked like at the start and after ever more steps, and at the end of the row the target. */
async function strip({ photo, target, truth, path }: Run) {
  const steps = [0, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1].map((part) => Math.round(part * (path.length - 1)));
  const imageSize = photo.shape.slice(1, 3);
  const size: Size2D = [target.shape[1], target.shape[2]];
  const crops = tf.tidy(() => {
    const boxes = boxesFromPixels(
      steps.map((step) => [...path[step]]),
      imageSize,
    );
    return tf.concat4d([crop(photo, boxes, size, { paddingMode: 'border' }), target], 0);
  });
  const shown = await pictures(crops);
  crops.dispose();
  const tiles = steps.map((step, i) => {
    const distance = Math.max(...cornerDistances(path[step], truth));
    return { picture: shown[i], title: `step ${step}`, note: pixelsOff(distance) };
  });
  return [...tiles, { picture: shown[steps.length], title: 'target', note: '' }];
}
