// In Node, where tfjs-core registers no gradients by itself.
import '@tensorflow/tfjs';
import '@cropgrad/backend-cpu';
import { memory, setBackend, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cornerDistance, type PhotoBox } from '../playground/box.js';
import { displacedBox } from '../playground/displaced-box.js';
import { BoxSearch } from '../playground/worker/box-search.js';
import type { Sampling } from '../playground/worker/crop-boxes.js';

const WIDTH = 240;
const HEIGHT = 160;
const TARGET: PhotoBox = { cx: 90, cy: 70, w: 60, h: 60, angle: 0 };
const SAMPLING: Sampling = {
  size: { width: 32, height: 32 },
  mode: 'bilinear',
  paddingMode: 'zeros',
  outside: 'pad',
  alignCorners: false,
  antialias: false,
};

/** Blobs of a few sizes, nowhere alike. */
function blobs(): Tensor4D {
  const values = Float32Array.from({ length: HEIGHT * WIDTH }, (_, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    return 0.5 + 0.2 * Math.sin(x / 23 + y / 61) * Math.cos(y / 17) + 0.15 * Math.sin((x * y) / 900) + x / 1200;
  });
  return tensor4d(values, [1, HEIGHT, WIDTH, 1]);
}

describe('a search', () => {
  let photo: Tensor4D;
  beforeAll(async () => {
    await setBackend('cpu');
    photo = blobs();
  });
  afterAll(() => photo.dispose());

  const turned = { ...TARGET, angle: -10 };
  it.each<[string, PhotoBox, PhotoBox, Partial<Sampling>]>([
    ['a displaced box', displacedBox(TARGET, { width: WIDTH, height: HEIGHT }), TARGET, {}],
    ['a turned target', displacedBox(turned, { width: WIDTH, height: HEIGHT }), turned, {}],
    ['the far corner', { cx: 215, cy: 140, w: 70, h: 55, angle: 8 }, TARGET, {}],
    ['alignCorners', displacedBox(TARGET, { width: WIDTH, height: HEIGHT }), TARGET, { alignCorners: true }],
  ])('finds its target from %s, and leaves no tensor behind', async (_what, start, target, options) => {
    const before = memory().numTensors;
    const search = new BoxSearch(photo, start, target, { ...SAMPLING, ...options });
    let last = await search.step(1);
    while (last.done < last.total) last = await search.step(1);
    search.dispose();
    expect(cornerDistance(last.boxes[0], target)).toBeLessThan(1);
    expect(last.boxes).toHaveLength(1);
    expect(memory().numTensors).toBe(before);
  });
});
