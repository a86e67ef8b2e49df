import { type BoxesInput, CropError } from '@cropgrad/core';
import {
  add,
  concat,
  customGrad,
  type GradSaveFunc,
  greater,
  maximum,
  mul,
  split,
  sub,
  type Tensor,
  type Tensor2D,
  tidy,
  where,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { linear } from './linear.js';
import { readFloats } from './read-floats.js';

/** Reads boxes [N,4] = (x, y, x2, y2) in pixels of the photo; `[]` is none (`INVALID_RANK`, `INVALID_SHAPE`). */
export function readRois(op: string, boxes: BoxesInput): Tensor2D {
  if (Array.isArray(boxes) && boxes.length === 0) return zeros([0, 4]);
  const read = readFloats(op, 'boxes', boxes, [2]) as Tensor2D;
  if (read.shape[1] === 4) return read;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: boxes`,
    got: `shape [${read.shape}]`,
    expected: 'shape [N,4] = (x, y, x2, y2) in pixels',
    next:
      read.shape[1] === 5
        ? 'Pass the first of the five columns as boxIndex'
        : 'Pass two opposite corners per box, x before y',
  });
}

/** Boxes in pixels of the image that is read: scaled, then shifted. Differentiable any number of times. */
export function scaledCorners(boxes: Tensor2D, spatialScale: number, shift: number): Tensor2D {
  const scaled = (x: Tensor): Tensor => mul(x, spatialScale);
  return linear<Tensor2D>(boxes, (x) => add(scaled(x), shift) as Tensor2D, scaled, scaled);
}

/** Boxes made a pixel long on each axis where they are shorter, from their first corner on. Differentiable, once. */
export function aPixelLong(corners: Tensor2D): Tensor2D {
  return customGrad<Tensor2D>((...args) => {
    // tfjs appends `save` to the inputs; what the gradient needs must go through it.
    const [given, save] = args as [Tensor, GradSaveFunc];
    save([given]);
    const value = tidy(() => {
      const [near, far] = split(given, 2, 1);
      return concat([near, maximum(far, add(near, 1))], 1) as Tensor2D;
    });
    return { value, gradFunc: (dy: Tensor, [saved]: Tensor[]) => tidy(() => byCorners(dy, saved)) };
  })(corners);
}

/** The far corner of a box that was made longer follows the near one. */
function byCorners(dy: Tensor, corners: Tensor): Tensor {
  const [near, far] = split(corners, 2, 1);
  const [dnear, dfar] = split(dy, 2, 1);
  const kept = where(greater(sub(far, near), 1), dfar, zerosLike(dfar));
  return concat([add(dnear, sub(dfar, kept)), kept], 1);
}
