// In Node, where tfjs-core registers no gradients by itself.
import '@tensorflow/tfjs';
import '@cropgrad/backend-cpu';
import { engine, memory, setBackend, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PhotoBox } from '../playground/box.js';
import { cropJob } from '../playground/worker/crop-job.js';
import { timeJob } from '../playground/worker/time-job.js';

const BOX: PhotoBox = { cx: 4, cy: 3, w: 4, h: 2, angle: 0 };
const JOB = {
  kind: 'crop',
  backend: 'cpu',
  sampling: {
    size: { width: 4, height: 2 },
    mode: 'bilinear',
    paddingMode: 'zeros',
    outside: 'pad',
    alignCorners: false,
    antialias: false,
  },
  box: BOX,
  target: { ...BOX, cx: 5 },
  view: 'crop',
  loss: 'brightness',
} as const;

describe('what the worker does', () => {
  let photo: Tensor4D;
  beforeAll(async () => {
    await setBackend('cpu');
    // Each pixel is its column, in 255ths, in all three channels.
    photo = tensor4d(
      Array.from({ length: 6 * 8 * 3 }, (_, k) => (Math.floor(k / 3) % 8) / 255),
      [1, 6, 8, 3],
    );
  });
  afterAll(() => photo.dispose());

  it('crops: the pixels of the box, and the kernel that took them', async () => {
    const { pixels, kernels } = await cropJob(photo, JOB);
    const row = [2, 3, 4, 5].flatMap((column) => [column, column, column, 255]);
    expect([...pixels]).toEqual([...row, ...row]);
    expect(kernels).toEqual(['AffineSample']);
  });

  it('says where it reads', async () => {
    const { overlay } = await cropJob(photo, { ...JOB, view: 'grid' });
    expect(overlay).toEqual({ view: 'grid', columns: 4, points: expect.any(Float32Array) });
    const points = overlay.view === 'grid' ? overlay.points : [];
    expect([...points].map((x) => Math.round(1000 * x) / 1000)).toEqual(
      [2.5, 3.5].flatMap((y) => [2.5, 3.5, 4.5, 5.5].flatMap((x) => [x, y])),
    );
  });

  it('gives the gradient of the loss by the box', async () => {
    const { overlay } = await cropJob(photo, { ...JOB, view: 'box' });
    if (overlay.view !== 'box') throw new Error(`The overlay is of view ${overlay.view}`);
    // Moved by a pixel to the right, every pixel of the crop is brighter by 1/255.
    expect(overlay.loss).toBeCloseTo(3.5 / 255, 7);
    expect(overlay.gradient.cx).toBeCloseTo(1 / 255, 7);
    expect(overlay.gradient.cy).toBeCloseTo(0, 7);
  });

  it('measures a time', async () => {
    const { milliseconds, backend } = await timeJob(photo, { ...JOB, kind: 'time' });
    expect(milliseconds).toBeGreaterThan(0);
    expect(backend).toBe('cpu');
  });

  it('leaves nothing in memory, and no profile running, also when it fails', async () => {
    const before = memory().numTensors;
    for (const view of ['crop', 'grid', 'box'] as const) await cropJob(photo, { ...JOB, view });
    await timeJob(photo, { ...JOB, kind: 'time' });
    const sampling = { ...JOB.sampling, size: { width: -1, height: 2 } };
    await expect(cropJob(photo, { ...JOB, sampling })).rejects.toThrow('INVALID_SHAPE');
    await expect(timeJob(photo, { ...JOB, sampling, kind: 'time' })).rejects.toThrow('INVALID_SHAPE');
    expect(memory().numTensors).toBe(before);
    expect(engine().state.profiling).toBe(false);
  });
});
