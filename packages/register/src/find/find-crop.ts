import { CropError } from '@cropgrad/core';
import { dispose, Tensor, type Tensor4D, tensor2d, tensor3d } from '@tensorflow/tfjs-core';
import type { Picture } from '../picture.js';
import { readPicture } from '../read-picture.js';
import { type FoundPlace, findPlace, finestPixel, nothingLookedFor } from './find-place.js';
import type { FindModel, FindOptions, FoundCrop } from './found-crop.js';
import { inLevels } from './in-levels.js';
import { Octaves } from './octaves.js';
import { radiansOfPlace, sizeOfPlace, thetaOfPlace } from './place.js';
import { readFindOptions } from './read-find-options.js';

/**
 * Finds where in a photo a thumbnail was cut from, whatever its size, lightness and contrast: a box, or one turned by up to 10 degrees.
 *
 * The thumbnail may show anything between the whole photo and 0.9 photo pixels per pixel of its own (0.3 with `enlarged`). Colours
 * are averaged. Both pictures must have the same range of values. Needs `conv2d` and the crop kernels, and reads no tensor
 * synchronously. If the photo does not show the thumbnail, the result is `found: false`, with a reason.
 *
 * @param photo - [H,W,C], or pixels
 * @param thumbnail - [h,w,C], or pixels
 * @returns The box, whether it is reliable, and if not, why.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_SHAPE` or `INVALID_OPTION`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { crop } from '@cropgrad/core';
 * import { findCrop } from '@cropgrad/register';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * const spots = tf.randomUniform<tf.Rank.R4>([1, 16, 16, 1], 0, 1, 'float32', 1);
 * const photo = crop(spots, [[-1, -1, 1, 1]], [48, 48], { mode: 'bicubic', paddingMode: 'border' });
 * const thumbnail = crop(photo, [[-0.5, -0.25, 0.25, 0.5]], [18, 18], { antialias: true });
 *
 * const { found, box } = await findCrop(tf.squeeze(photo, [0]), tf.squeeze(thumbnail, [0]));
 * console.log(found, Array.from(await box.data(), (edge) => edge.toFixed(2)).join(' ')); // true -0.50 -0.25 0.25 0.50
 * ```
 * @pytorch None. `cv2.matchTemplate` of OpenCV finds a template of the same scale only.
 * @see `crop` of `@cropgrad/core` takes the box; {@link register} aligns two photos.
 * @guide learn-a-crop
 */
export async function findCrop(photo: Picture, thumbnail: Picture, options: FindOptions = {}): Promise<FoundCrop> {
  const rules = readFindOptions(OP, options);
  rules.signal?.throwIfAborted();
  const { images, size } = await read(photo, thumbnail);
  if (!images) return answer(nothingLookedFor(size, 'flat'), size, rules.model);
  let octaves: Octaves | null = null;
  try {
    octaves = new Octaves(images.photo, finestPixel(images.thumbnail, rules));
    return answer(await findPlace(octaves, images.thumbnail, rules), size, rules.model);
  } finally {
    octaves?.dispose();
    images.thumbnail.dispose();
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

/** Both pictures in levels, or null where all values are equal; and [H,W] of the photo. */
async function read(
  photo: Picture,
  thumbnail: Picture,
): Promise<{ images: Awaited<ReturnType<typeof inLevels>>; size: readonly [height: number, width: number] }> {
  const greys: Tensor4D[] = [];
  try {
    greys.push(readOne('photo', photo));
    greys.push(readOne('thumbnail', thumbnail));
    const [large, small] = greys;
    return { images: await inLevels(OP, large, small), size: [large.shape[1], large.shape[2]] };
  } finally {
    dispose(greys);
  }
}

function readOne(name: string, picture: Picture): Tensor4D {
  if (picture instanceof Tensor && picture.rank !== 3) {
    const parts = { what: `${OP}: ${name}`, got: `shape [${picture.shape}]`, expected: '[H,W,C]' };
    throw new CropError('INVALID_RANK', { ...parts, next: 'Pass one image, with its channels last' });
  }
  return readPicture(OP, name, picture);
}

const OP = 'findCrop';
