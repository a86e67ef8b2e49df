import { join } from 'node:path';
import { boxesFromPixels, crop, type Size2D } from '@cropgrad/core';
import type * as tf from '@tensorflow/tfjs';
import { InputError } from '../../../commands/input-error.js';
import { prepareFolder, writeInto } from '../../../commands/prepare-folder.js';
import { type Box, middleBox } from './box.js';
import type { Options } from './options.js';
import { pictures, readPhoto } from './photo.js';
import { RESULT_FILES } from './results.js';

/** A photo, and a thumbnail to find in it. */
export interface Pair {
  photo: tf.Tensor4D;
  /** The thumbnail: the target of the descent. */
  target: tf.Tensor4D;
  /** The thumbnail as a file. */
  file: string;
  /** Where it was cut from, if that is known. */
  truth: Box | undefined;
}

const LONGER_SIDE = 64;

/** Reads both pictures, or cuts the thumbnail out of the photo; makes the folder for results. Throws an InputError. */
export async function readPair({ image, thumbnail, box, size, out }: Options): Promise<Pair> {
  const photo = await readPhoto('--image', image);
  if (thumbnail !== undefined) {
    const target = await readPhoto('--thumbnail', thumbnail);
    await prepareFolder(out, RESULT_FILES);
    return { photo, target, file: thumbnail, truth: box };
  }
  const [, height, width] = photo.shape;
  const truth = box ?? middleBox(height, width);
  requireWithin(truth, height, width);
  await prepareFolder(out, [CUT_OUT, ...RESULT_FILES]);
  const target = crop(photo, boxesFromPixels([[...truth]], [height, width]), size ?? sizeOf(truth), {
    antialias: true,
  });
  const file = join(out, CUT_OUT);
  const [picture] = await pictures(target);
  await writeInto(out, async () => {
    await picture.png().toFile(file);
  });
  return { photo, target, file, truth };
}

const CUT_OUT = 'thumbnail.png';

/** Of the shape of a box. */
function sizeOf([x, y, x2, y2]: Box): Size2D {
  const scale = LONGER_SIDE / Math.max(x2 - x, y2 - y);
  return [Math.max(1, Math.round((y2 - y) * scale)), Math.max(1, Math.round((x2 - x) * scale))];
}

function requireWithin(box: Box, height: number, width: number): void {
  const [x, y, x2, y2] = box;
  if (x >= 0 && y >= 0 && x2 <= width && y2 <= height) return;
  throw new InputError(`--box: ${box} reaches out of the photo, which is ${width} pixels wide and ${height} high`);
}
