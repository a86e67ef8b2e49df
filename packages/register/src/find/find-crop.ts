import { dispose, type Tensor4D, tensor2d, tensor3d } from '@tensorflow/tfjs-core';
import type { Picture } from '../picture.js';
import { type FindRules, type FoundPlace, findPlace, nothingLookedFor } from './find-place.js';
import type { FindModel, FindOptions, FoundCrop } from './found-crop.js';
import { inLevels } from './in-levels.js';
import { Octaves } from './octaves.js';
import { radiansOfPlace, sizeOfPlace, thetaOfPlace } from './place.js';
import { readFindOptions } from './read-find-options.js';
import { readGrey } from './read-grey.js';

/**
 * Finds where in a photo a thumbnail was cut from, whatever its size, lightness and contrast: a box, or one turned by up to 10 degrees.
 *
 * The thumbnail may show anything between the whole photo and 0.9 photo pixels per pixel of its own (0.3 with `enlarged`). Colours
 * are averaged; both pictures have the same range of values, whichever. Needs `conv2d` besides the crop kernels, and reads no
 * tensor synchronously. What is not there is answered with `found: false` and a reason. Throws `INVALID_INPUT`, `INVALID_RANK`,
 * `INVALID_SHAPE` or `INVALID_OPTION`.
 */
export async function findCrop(photo: Picture, thumbnail: Picture, options: FindOptions = {}): Promise<FoundCrop> {
  const op = 'findCrop';
  const rules = readFindOptions(op, options);
  rules.signal?.throwIfAborted();
  const greys: Tensor4D[] = [];
  try {
    greys.push(readGrey(op, 'photo', photo));
    greys.push(readGrey(op, 'thumbnail', thumbnail));
    const [whole, small] = greys;
    const size = [whole.shape[1], whole.shape[2]] as const;
    const levels = await inLevels(op, whole, small);
    if (!levels) return answer(nothingLookedFor(size, 'flat'), size, rules.model);
    return answer(await findIn(levels, rules), size, rules.model);
  } finally {
    dispose(greys);
  }
}

/** Takes both pictures over. */
async function findIn(levels: { photo: Tensor4D; thumbnail: Tensor4D }, rules: FindRules): Promise<FoundPlace> {
  const { photo, thumbnail } = levels;
  try {
    const octaves = new Octaves(photo);
    try {
      return await findPlace(octaves, thumbnail, rules);
    } finally {
      octaves.dispose();
    }
  } finally {
    dispose([photo, thumbnail]);
  }
}

function answer({ place, score, reason }: FoundPlace, size: readonly number[], model: FindModel): FoundCrop {
  const theta = thetaOfPlace(place, size);
  const [a, , cx, , e, cy] = theta;
  const [width, height] = sizeOfPlace(place);
  const turned = [cx, cy, (2 * width) / size[1], (2 * height) / size[0], radiansOfPlace(place)];
  return {
    box: model === 'box' ? tensor2d([[cx - a, cy - e, cx + a, cy + e]]) : tensor2d([turned]),
    theta: tensor3d(theta, [1, 2, 3]),
    score,
    found: reason === null,
    reason,
  };
}
