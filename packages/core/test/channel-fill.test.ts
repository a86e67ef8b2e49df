import '@cropgrad/backend-cpu';
import { affineSample, crop, gridSample, type Mode, PADDING_MODES, perspectiveSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

const image = tf.randomUniform([1, 5, 6, 3], 0, 1, 'float32', 1) as tf.Tensor4D;
const volume = tf.randomUniform([1, 3, 5, 4, 2], 0, 1, 'float32', 2) as tf.Tensor5D;
const box = tf.tensor2d([[-1.32, -0.71, 0.43, 1.57]]);
const fills = [0.25, -1.5, 3];

/** One channel of an image at a time, each with a fill of its own. */
function perChannel(
  x: tf.Tensor4D,
  options: object,
  sample: (one: tf.Tensor4D, options: object) => tf.Tensor4D,
): tf.Tensor {
  return tf.concat(
    tf.split<tf.Tensor4D>(x, 3, 3).map((one, c) => sample(one, { ...options, fillValue: fills[c] })),
    3,
  );
}

const CELLS: [Mode, (typeof PADDING_MODES)[number], boolean][] = (['bilinear', 'nearest', 'bicubic'] as const).flatMap(
  (mode) =>
    PADDING_MODES.map((paddingMode, i): [Mode, typeof paddingMode, boolean] => [mode, paddingMode, i % 2 === 0]),
);

describe.each(CELLS)(
  '%s, %s, alignCorners %s: a fill per channel is what each channel alone is filled with',
  (...cell) => {
    const [mode, paddingMode, alignCorners] = cell;
    const options = { mode, paddingMode, alignCorners };

    it('crop', () => {
      const sample = (one: tf.Tensor4D, all: object): tf.Tensor4D => crop(one, box, [4, 5], all);
      const wanted = perChannel(image, options, sample);
      expectClose(crop(image, box, [4, 5], { ...options, fillValue: fills }), [1, 4, 5, 3], wanted.dataSync(), 1e-6);
      expectClose(sample(image, { ...options, fillValue: tf.tensor1d(fills) }), [1, 4, 5, 3], wanted.dataSync(), 1e-6);
      const nchw = crop(tf.transpose(image, [0, 3, 1, 2]), box, [4, 5], {
        ...options,
        dataFormat: 'NCHW',
        fillValue: fills,
      });
      expectClose(tf.transpose(nchw, [0, 2, 3, 1]), [1, 4, 5, 3], wanted.dataSync(), 1e-6);
    });

    it('perspectiveSample, with what is behind the camera', () => {
      const theta = tf.tensor3d([0.9, 0.2, 0.1, -0.1, 0.8, 0.1, 0.9, 0.7, 1], [1, 3, 3]);
      const sample = (one: tf.Tensor4D, all: object): tf.Tensor4D => perspectiveSample(one, theta, [4, 5], all);
      expectClose(
        sample(image, { ...options, fillValue: fills }),
        [1, 4, 5, 3],
        perChannel(image, options, sample).dataSync(),
        1e-6,
      );
    });

    it('gridSample, at points that are not finite, too', () => {
      const grid = tf.tensor4d([-1.3, 0.2, Number.NaN, 0, 0.4, Number.POSITIVE_INFINITY, 0.97, -1.1], [1, 2, 2, 2]);
      const sample = (one: tf.Tensor4D, all: object): tf.Tensor4D => gridSample(one, grid, all);
      expectClose(
        sample(image, { ...options, fillValue: fills }),
        [1, 2, 2, 3],
        perChannel(image, options, sample).dataSync(),
        1e-6,
      );
    });
  },
);

describe('its gradients', () => {
  const theta = tf.tensor3d([0.92, 0.21, 0.37, -0.16, 0.85, -0.41], [1, 2, 3]);

  it('equal differences, by the fill, the image, the box and theta', () => {
    const by = (fill: tf.Tensor): tf.Tensor => crop(image, box, [3, 4], { fillValue: fill as tf.Tensor1D });
    expectGradient(by, tf.tensor1d(fills));
    expectGradient((x) => crop(x as tf.Tensor4D, box, [3, 4], { fillValue: fills }), image);
    expectGradient((b) => crop(image, b as tf.Tensor2D, [3, 4], { fillValue: fills }), box);
    expectGradient((t) => affineSample(image, t as tf.Tensor3D, [3, 4], { fillValue: fills }), theta);
  });

  it('are those of each channel alone, in a volume', () => {
    const box3d = tf.tensor2d([[-1.2, -0.7, -1.1, 0.6, 1.3, 0.8]]);
    const of = (options: object) => (x: tf.Tensor, b: tf.Tensor) =>
      crop(x as tf.Tensor5D, b as tf.Tensor2D, [2, 3, 3], options);
    const dy = tf.randomUniform([1, 2, 3, 3, 2], -1, 1, 'float32', 9);
    const [dVolume, dBox] = tf.grads(of({ fillValue: [0.5, -2] }))([volume, box3d], dy);
    const alone = tf.split(volume, 2, 4).map((one, c) => {
      const [channel] = [tf.slice(dy, [0, 0, 0, 0, c], [-1, -1, -1, -1, 1])];
      return tf.grads(of({ fillValue: [0.5, -2][c] }))([one, box3d], channel);
    });
    const wanted = tf.concat(
      alone.map(([dOne]) => dOne),
      4,
    );
    expectClose(dVolume, volume.shape, wanted.dataSync(), 1e-5);
    expectClose(dBox, [1, 6], tf.add(alone[0][1], alone[1][1]).dataSync(), 1e-5);
  });

  it('sum a long fill exactly enough', () => {
    const outside = tf.tensor2d([[2, 2, 3, 3]]);
    const of = (fill: tf.Tensor): tf.Tensor => crop(image, outside, [600, 700], { fillValue: fill as tf.Tensor1D });
    const dfill = tf.grad(of)(tf.tensor1d(fills), tf.fill([1, 600, 700, 3], 0.1));
    for (const sum of dfill.dataSync()) expect(Math.abs(sum / 42000 - 1)).toBeLessThan(1e-5);
  });
});

describe('labels', () => {
  const labels = tf.tensor4d([16777217, 2, 3, -16777219], [1, 2, 2, 1], 'int32');
  const outside = tf.tensor2d([[-1, -1, 3, 1]]);

  it('stay integers, filled or not', () => {
    const cropped = crop(labels, outside, [2, 4], { mode: 'nearest', fillValue: [255] });
    expect(cropped.dtype).toBe('int32');
    expect([...cropped.dataSync()].filter((label) => label === 255)).toHaveLength(4);
    const mask = crop(tf.cast(labels, 'bool'), outside, [2, 4], { mode: 'nearest', fillValue: 0 });
    expect(mask.dtype).toBe('bool');
    expect([...mask.dataSync()]).toEqual([1, 1, 0, 0, 1, 1, 0, 0]);
    expect(crop(labels, outside, [0, 4], { mode: 'nearest' }).dtype).toBe('int32');
    expect(crop(labels, outside, [2, 4]).dtype).toBe('float32');
  });

  it('are different in two channels', () => {
    const both = tf.concat([labels, labels], 3);
    const cropped = crop(both, outside, [1, 4], { mode: 'nearest', fillValue: [7, -8] });
    expect([...cropped.dataSync()].slice(4)).toEqual([7, -8, 7, -8]);
  });

  it('are not filled with what they cannot hold', () => {
    const fill =
      (fillValue: number | number[], x: tf.Tensor = labels) =>
      () =>
        crop(x as tf.Tensor4D, outside, [2, 4], { mode: 'nearest', fillValue });
    for (const wrong of [0.5, Number.NaN, 2 ** 31, [0.5]]) {
      expect(fill(wrong)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', what: 'crop: fillValue' }));
    }
    expect(fill(2, tf.cast(labels, 'bool'))).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});

describe('a fill that is none', () => {
  it.each([
    ['INVALID_OPTION', ['red', 0, 0]],
    ['INVALID_OPTION', [0, Number.NaN, 0]],
    ['INVALID_OPTION', 'red'],
    ['INVALID_SHAPE', [0, 0]],
    ['INVALID_RANK', tf.scalar(1)],
    ['INVALID_DTYPE', tf.tensor1d([1, 2, 3], 'int32')],
    ['INVALID_SHAPE', tf.tensor1d([1, 2])],
  ])('%s: %o', (code, fillValue) => {
    const before = tf.memory().numTensors;
    const wrong = (): unknown => Reflect.apply(crop, undefined, [image, box, [2, 2], { fillValue }]);
    expect(wrong).toThrow(expect.objectContaining({ code }));
    expect(tf.memory().numTensors).toBe(before);
  });
});
