import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { boxesFromPixels, crop, type Size2D } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { type Box, cornerDistances, pixelsOff } from './box.js';
import { InputError } from './input-error.js';
import { pathPicture } from './path-picture.js';
import { pictures } from './photo.js';
import { stripPicture } from './strip-picture.js';

/** Everything about one search. */
export interface Run {
  image: string;
  backend: string;
  size: Size2D;
  out: string;
  photo: tf.Tensor4D;
  target: tf.Tensor4D;
  truth: Box;
  path: readonly Box[];
  losses: readonly number[];
}

/** Makes the folder for the results, so that one that cannot be written shows before the search. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new InputError(`--out: cannot write into ${folder} (${error instanceof Error ? error.message : error})`);
  }
}

/** Writes the two pictures and result.json, and gives back their paths. */
export async function writeResults(run: Run): Promise<string[]> {
  const files = ['path.png', 'strip.png', 'result.json'].map((name) => join(run.out, name));
  const [pathFile, stripFile, resultFile] = files;
  const [photo] = pictures(run.photo);
  await (await pathPicture(photo, run.path, run.truth)).toFile(pathFile);
  await (await stripPicture(strip(run))).toFile(stripFile);
  await writeFile(resultFile, `${JSON.stringify(result(run), null, 2)}\n`);
  return files;
}

function result({ image, backend, size, photo, truth, path, losses }: Run) {
  const found = path[path.length - 1];
  return {
    image: basename(image),
    imageSize: photo.shape.slice(1, 3),
    size,
    backend,
    true: truth,
    start: path[0],
    found,
    cornerError: Math.max(...cornerDistances(found, truth)),
    steps: losses.length,
    loss: losses,
  };
}

/** What the crop looked like at the start and after ever more steps, and at the end of the row the target. */
function strip({ photo, target, size, truth, path }: Run) {
  const steps = [0, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1].map((part) => Math.round(part * (path.length - 1)));
  const imageSize = photo.shape.slice(1, 3);
  const crops = tf.tidy(() => {
    const boxes = boxesFromPixels(
      steps.map((step) => [...path[step]]),
      imageSize,
    );
    return tf.concat4d([crop(photo, boxes, size, { paddingMode: 'border' }), target], 0);
  });
  const shown = pictures(crops);
  crops.dispose();
  const tiles = steps.map((step, i) => {
    const distance = Math.max(...cornerDistances(path[step], truth));
    return { picture: shown[i], title: `step ${step}`, note: pixelsOff(distance) };
  });
  return [...tiles, { picture: shown[steps.length], title: 'target', note: '' }];
}
