import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { layerOf } from '../src/fit/layer.js';
import { type Fits, refine, refineSteps } from '../src/fit/refine.js';
import type { Model } from '../src/model.js';
import { farthestCorner, IDENTITY, scene, seen } from './made-pair.js';

const [c, s] = [Math.cos(0.04), Math.sin(0.04)];
// Of images of 48 × 64: turning is that of pixels.
const MAPS: [Model, number[]][] = [
  ['translation', [1, 0, 0.05, 0, 1, -0.03, 0, 0, 1]],
  ['box', [1.04, 0, 0.05, 0, 0.97, -0.03, 0, 0, 1]],
  ['rigid', [c, -0.75 * s, 0.05, s / 0.75, c, -0.03, 0, 0, 1]],
  ['similarity', [1.05 * c, -0.75 * 1.05 * s, 0.05, (1.05 * s) / 0.75, 1.05 * c, -0.03, 0, 0, 1]],
  ['affine', [1.04, 0.03, 0.05, -0.02, 0.97, -0.03, 0, 0, 1]],
  ['homography', [1.04, 0.03, 0.05, -0.02, 0.97, -0.03, 0.03, -0.04, 1]],
];
const SIZE = [48, 64] as const;
const RULES = { iterations: 40, stopPixels: 1e-3, minOverlap: 0.2 };

/** The fits of images to what a map makes of them, which are disposed of after `use`. */
async function withFits<T>(
  maps: readonly (readonly number[])[],
  how: { gain?: number; offset?: number; model: Model; metric?: Fits['metric'] },
  use: (fits: Fits) => Promise<T>,
): Promise<T> {
  const scenes = maps.map((_, n) => scene(n + 1));
  const layers = tf.tidy(() => {
    const moving = tf.stack(scenes.map((one) => seen(one, IDENTITY, SIZE)));
    const fixed = tf.stack(scenes.map((one, n) => seen(one, maps[n], SIZE)));
    const changed = tf.add(tf.mul(fixed, how.gain ?? 1), how.offset ?? 0);
    // As register does: the metrics of differences take images of about unit variance.
    return [moving, changed].map((images) => layerOf(tf.div(tf.sub(images, 128), 40), null, 1).pixels);
  });
  const [moving, fixed] = layers.map((pixels) => ({ pixels, size: SIZE }));
  try {
    const { model, metric } = how;
    return await use({ moving, fixed, starts: maps.map(() => IDENTITY), model, ...(metric && { metric }), ...RULES });
  } finally {
    tf.dispose(layers);
  }
}

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeEach(() => tf.setBackend(backend));

  it.each(MAPS)('%s: corners are off by less than a twentieth of a pixel', async (model, map) => {
    const [found] = await withFits([map], { gain: 0.8, offset: 20, model }, (fits) => refine(fits));
    expect(farthestCorner(found.map, map, SIZE)).toBeLessThan(0.05);
    expect(found.score).toBeGreaterThan(0.99);
  });
});

describe('on wasm', () => {
  beforeEach(() => tf.setBackend('wasm'));

  it.each(['mse', 'huber'] as const)('%s, which gain and offset would disturb', async (metric) => {
    const [found] = await withFits([MAPS[5][1]], { model: 'homography', metric }, (fits) => refine(fits));
    expect(farthestCorner(found.map, MAPS[5][1], SIZE)).toBeLessThan(0.05);
  });

  it('several pairs at once are what each is by itself', async () => {
    const maps = MAPS.map(([, map]) => map).slice(0, 5);
    const together = await withFits(maps, { model: 'affine' }, (fits) => refine(fits));
    for (const [n, { map }] of together.entries()) expect(farthestCorner(map, maps[n], SIZE)).toBeLessThan(0.05);
  });

  it('what is rigid stays so: it turns and never scales', async () => {
    const map = MAPS[3][1];
    const [found] = await withFits([map], { model: 'rigid' }, (fits) => refine(fits));
    const [a, b, , d, e] = found.map;
    expect(a * e - b * d).toBeCloseTo(1, 10);
    expect(a).toBeCloseTo(e, 10);
  });

  it('leaves nothing behind, stopped or not', async () => {
    const before = tf.memory().numTensors;
    await withFits([MAPS[4][1]], { model: 'affine' }, (fits) => refine(fits));
    await withFits([MAPS[4][1]], { model: 'affine' }, async (fits) => {
      for await (const { iteration } of refineSteps(fits)) if (iteration === 2) break;
    });
    const aborted = withFits([MAPS[4][1]], { model: 'affine' }, (fits) => refine(fits, AbortSignal.abort()));
    await expect(aborted).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(tf.memory().numTensors).toBe(before);
  });
});
