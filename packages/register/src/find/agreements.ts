import { dispose, type Tensor4D } from '@tensorflow/tfjs-core';
import { atSide, sizeAtSide } from './at-side.js';
import { type Agreement, gradientAgreement } from './gradient-agreement.js';
import type { Octaves } from './octaves.js';
import type { Place } from './place.js';

/** How well the slopes of a thumbnail, shrunk to `side`, agree with those of each place, which is cut out again. */
export async function agreements(
  octaves: Octaves,
  thumbnail: Tensor4D,
  places: readonly Place[],
  side: number,
): Promise<Agreement[]> {
  const [, height, width] = thumbnail.shape;
  const size = sizeAtSide([height, width], side);
  const small = atSide(thumbnail, side);
  const crops = octaves.cut(places, size);
  try {
    const [one, others] = await Promise.all([small.data(), crops.data()]);
    const pixels = size[0] * size[1];
    return places.map((_, n) => gradientAgreement(one, others.slice(n * pixels, (n + 1) * pixels), size, BLOCKS));
  } finally {
    dispose([small, crops]);
  }
}

const BLOCKS = 4;
