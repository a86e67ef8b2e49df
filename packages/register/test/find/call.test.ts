import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it, vi } from 'vitest';
import { type FindStep, findCrop } from '../../src/index.js';
import { scene } from '../made-pair.js';
import { PHOTO, thumbnailOf } from './made-photo.js';

const THUMBNAIL = thumbnailOf(scene(3), { cx: 92, cy: 71, width: 100, height: 75 }, [24, 18]);

beforeAll(() => tf.setBackend('wasm'));

it('leaves nothing behind but the answer, and reads nothing synchronously', async () => {
  const before = tf.memory().numTensors;
  const dataSync = vi.spyOn(tf.Tensor.prototype, 'dataSync');
  const { box, theta, found } = await findCrop(PHOTO, THUMBNAIL);
  expect(dataSync).not.toHaveBeenCalled();
  dataSync.mockRestore();
  expect(found).toBe(true);
  expect(tf.memory().numTensors).toBe(before + 2);
  tf.dispose([box, theta]);
});

it('tells every step, and aborts after any of them without leaving anything behind', async () => {
  const steps: FindStep[] = [];
  const { box, theta } = await findCrop(PHOTO, THUMBNAIL, { onStep: (step) => steps.push(step) });
  tf.dispose([box, theta]);
  expect(steps.map(({ done }) => done)).toEqual(steps.map((_, k) => k + 1));
  expect(steps.map(({ of }) => of)).toEqual(steps.map(() => steps.length));
  expect(steps.filter(({ stage }) => stage === 'refine')).toHaveLength(3);

  const before = tf.memory().numTensors;
  for (const last of [0, 1, steps.length - 3, steps.length - 1, steps.length]) {
    const controller = new AbortController();
    const reason = new Error(`stopped after ${last}`);
    if (last === 0) controller.abort(reason);
    const onStep = ({ done }: FindStep): void => {
      if (done === last) controller.abort(reason);
    };
    await expect(findCrop(PHOTO, THUMBNAIL, { onStep, signal: controller.signal })).rejects.toBe(reason);
    expect(tf.memory().numTensors).toBe(before);
  }
});

it('takes tensors of bytes, of floats and with alpha, and pixels, and answers all alike', async () => {
  const values = Float32Array.from(PHOTO.data, (byte) => byte / 255);
  const small = Float32Array.from(THUMBNAIL.data, (byte) => byte / 255);
  const rgba = Uint8ClampedArray.from({ length: 4 * PHOTO.data.length }, (_, k) =>
    k % 4 === 3 ? (k * 7) % 256 : PHOTO.data[k >> 2],
  );
  const ints = tf.tensor3d(Int32Array.from(rgba), [PHOTO.height, PHOTO.width, 4], 'int32');
  const answers = [
    await findCrop(PHOTO, THUMBNAIL),
    await findCrop({ ...PHOTO, data: values }, { ...THUMBNAIL, data: small }),
    await findCrop({ ...PHOTO, data: rgba }, THUMBNAIL),
    await findCrop(ints, tf.tensor3d(Uint8Array.from(THUMBNAIL.data), [THUMBNAIL.height, THUMBNAIL.width, 1])),
  ];
  const boxes = await Promise.all(answers.map(({ box }) => box.data()));
  for (const box of boxes.slice(1)) {
    for (const [k, edge] of box.entries()) expect(edge).toBeCloseTo(boxes[0][k], 4);
  }
});

it.each([
  ['a text', () => 'photo.jpg', 'INVALID_INPUT'],
  ['null', () => null, 'INVALID_INPUT'],
  ['a tensor of rank 4', () => tf.zeros([1, 20, 20, 1]), 'INVALID_RANK'],
  ['no pixels', () => ({ data: new Uint8Array(0), width: 0, height: 0 }), 'INVALID_INPUT'],
  [
    'pixels that do not fill their rows',
    () => ({ data: new Uint8Array(1000), width: 20, height: 20 }),
    'INVALID_INPUT',
  ],
  ['too few pixels', () => ({ data: new Uint8Array(110), width: 11, height: 10 }), 'INVALID_SHAPE'],
  [
    'infinity',
    () => ({ data: new Float32Array(400).fill(1, 0, 9).fill(1 / 0, 9), width: 20, height: 20 }),
    'INVALID_INPUT',
  ],
])('refuses %s, and leaves nothing behind', async (_, make, code) => {
  const photo = make();
  const before = tf.memory().numTensors;
  await expect(findCrop(photo as never, THUMBNAIL)).rejects.toMatchObject({ name: 'CropError', code });
  await expect(findCrop(PHOTO, photo as never)).rejects.toMatchObject({ name: 'CropError', code });
  expect(tf.memory().numTensors).toBe(before);
});

it.each([{ model: 'affine' }, { enlarged: 1 }, { signal: {} }, { onStep: true }, { modle: 'box' }])(
  'refuses the options %o',
  async (options) => {
    await expect(findCrop(PHOTO, THUMBNAIL, options as never)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  },
);
