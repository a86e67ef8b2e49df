import { affineSample } from '@cropgrad/core';
import {
  add,
  concat,
  conv2d,
  div,
  mul,
  reshape,
  sqrt,
  sum,
  type Tensor2D,
  type Tensor4D,
  tensor3d,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Grey } from '../images/read-grey.js';

/**
 * A descriptor says in 32 numbers what a square looks like: the low frequencies of its cosine transform at 8 × 8 pixels
 * without the mean, of which higher ones count more, as photos have less of them. Its length is 1, so that lightness
 * and contrast do not count.
 */
const SIDE = 8;
const KEPT = 6;
const POWER = 0.5;
/** Added to the squared length: what is nearly flat is like nothing. */
const FLAT = 32;

/** Squares of a photo are described in steps of a quarter of their side, and in sizes that grow by this much. */
const STRIDE = SIDE / 4;
const RATIO = 1.19;
/** The smallest squares: so many of them lie along the longer side of a photo. */
const FINEST = 16;

/** How long the longer side of a photo must be to be described. */
export const DESCRIBED_SIDE: number = 2 * SIDE * FINEST;

/** The descriptors [n,32] of the squares of a photo. */
export function describePhoto({ data, width, height }: Grey): Tensor2D {
  return tidy(() => {
    const photo = tensor4d(data, [1, height, width, 1]);
    const basis = cosines();
    const levels: Tensor2D[] = [];
    for (let scale = (SIDE * FINEST) / Math.max(width, height); ; scale /= RATIO) {
      const [h, w] = [Math.round(height * scale), Math.round(width * scale)];
      if (Math.min(h, w) < SIDE) break;
      levels.push(describe(resized(photo, [0, 0, 1, 1], h, w), basis, STRIDE));
    }
    // A panorama is all narrower than a square: its middle is looked at.
    return levels.length > 0 ? concat(levels) : describe(resized(photo, square(width, height), SIDE, SIDE), basis, 1);
  });
}

/** The four descriptors [4,32] of a thumbnail's middle square, moved by half a step in both directions. */
export function describeThumbnail({ data, width, height }: Grey): Tensor2D {
  return tidy(() => {
    const thumbnail = tensor4d(data, [1, height, width, 1]);
    return describe(resized(thumbnail, square(width, height), SIDE + 1, SIDE + 1), cosines(), 1);
  });
}

/** The largest square in the middle, as the scales and the middle of a theta. */
function square(width: number, height: number): Frame {
  const side = Math.min(width, height);
  return [0, 0, side / width, side / height];
}

/** Middle, and half the width and height, in [-1, 1]. */
type Frame = readonly [x: number, y: number, halfWidth: number, halfHeight: number];

function resized(image: Tensor4D, [x, y, halfWidth, halfHeight]: Frame, h: number, w: number): Tensor4D {
  const theta = tensor3d([halfWidth, 0, x, 0, halfHeight, y], [1, 2, 3]);
  return affineSample(image, theta, [h, w], { antialias: true, paddingMode: 'border' });
}

function describe(image: Tensor4D, basis: Tensor4D, stride: number): Tensor2D {
  const parts = conv2d(image, basis, stride, 'valid');
  const rows = reshape(parts, [parts.shape[1] * parts.shape[2], parts.shape[3]]) as Tensor2D;
  return div(rows, sqrt(add(sum(mul(rows, rows), 1, true), FLAT)));
}

/** The filters [8,8,1,32]. */
function cosines(): Tensor4D {
  const waves: [number, number][] = [];
  for (let v = 0; v < KEPT; v++) {
    for (let u = 0; u < KEPT; u++) if (u + v > 0 && u * u + v * v < KEPT * KEPT) waves.push([v, u]);
  }
  const filters = new Float32Array(SIDE * SIDE * waves.length);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      for (const [k, [v, u]] of waves.entries()) {
        filters[(y * SIDE + x) * waves.length + k] = (u * u + v * v) ** (POWER / 2) * wave(v, y) * wave(u, x);
      }
    }
  }
  return tensor4d(filters, [SIDE, SIDE, 1, waves.length]);
}

/** One value of an orthonormal cosine wave. */
function wave(frequency: number, at: number): number {
  return Math.cos((Math.PI * frequency * (at + 0.5)) / SIDE) * Math.sqrt((frequency === 0 ? 1 : 2) / SIDE);
}
