import '@cropgrad/backend-cpu';
import { affineSample, invertTheta, perspectiveSample, thetaFromPixels, thetaToPixels } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

/** An image whose pixel (x, y) is x + 100·y, read exactly wherever it is read between pixels. */
const ramp = tf.tensor4d(
  Float32Array.from({ length: 9 * 12 }, (_, i) => (i % 12) + 100 * Math.floor(i / 12)),
  [1, 9, 12, 1],
);
/** A turn by a quarter of π/3 and a shift, in pixels of the crop. */
const [c, s] = [Math.cos(0.26), Math.sin(0.26)];
const matrix = [
  [
    [c, s, 2],
    [-s, c, 3.5],
  ],
];

describe.each([false, true])('alignCorners: %s', (alignCorners) => {
  it('reads the pixel that the matrix says: p = M·(x, y, 1)', () => {
    const theta = thetaFromPixels(matrix, [9, 12], [4, 5], { maps: 'cropToImage', alignCorners });
    const read = affineSample(ramp, theta, [4, 5], { alignCorners }).dataSync();
    for (let y = 0; y < 4; y++) {
      for (let x = 0; x < 5; x++) {
        const wanted = c * x + s * y + 2 + 100 * (-s * x + c * y + 3.5);
        expect(Math.abs(read[5 * y + x] - wanted)).toBeLessThan(2e-3);
      }
    }
  });

  it("takes cv2's direction by the inverse", () => {
    const options = { maps: 'imageToCrop', alignCorners } as const;
    const theta = thetaFromPixels(invertTheta(matrix), [9, 12], [4, 5], options);
    const other = thetaFromPixels(matrix, [9, 12], [4, 5], { maps: 'cropToImage', alignCorners });
    expectClose(theta, [1, 2, 3], other.dataSync(), 1e-6);
  });

  it.each(['cropToImage', 'imageToCrop'] as const)('goes back, %s', (maps) => {
    const options = { maps, alignCorners };
    const theta = thetaFromPixels(matrix, [9, 12], [4, 5], options);
    expectClose(thetaToPixels(theta, [9, 12], [4, 5], options), [1, 2, 3], matrix.flat(2), 1e-5);
  });

  it('has gradients', () => {
    for (const maps of ['cropToImage', 'imageToCrop'] as const) {
      const options = { maps, alignCorners };
      expectGradient((x) => thetaFromPixels(x, [9, 12], [4, 5], options), tf.tensor3d(matrix), 1 / 512, 1e-2);
      expectGradient((x) => thetaToPixels(x, [4, 5], [4, 5], options), tf.tensor3d(matrix), 1 / 512, 1e-2);
    }
  });
});

it.each([1, 3, 49, 640, 1001])('is the identity exactly for a whole image of %s pixels', (length) => {
  const identity = [
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
  ];
  const theta = thetaFromPixels(identity, [length, 9], [length, 9], { maps: 'imageToCrop' });
  expectClose(theta, [1, 2, 3], identity.flat(2), 0);
});

it('takes volumes', () => {
  const shift = [
    [
      [1, 0, 0, 1],
      [0, 1, 0, 2],
      [0, 0, 1, 0],
    ],
  ];
  const theta = thetaFromPixels(shift, [4, 4, 4], [4, 4, 4], { maps: 'cropToImage' });
  expectClose(theta, [1, 3, 4], [1, 0, 0, 0.5, 0, 1, 0, 1, 0, 0, 1, 0], 1e-7);
});

it('asks for the direction', () => {
  const unsaid = (): unknown => Reflect.apply(thetaFromPixels, undefined, [matrix, [4, 4], [4, 4], {}]);
  expect(unsaid).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', what: 'thetaFromPixels: maps' }));
});

it('refuses a length of 1 with alignCorners', () => {
  const one = (): unknown => thetaToPixels(matrix, [1, 4], [4, 4], { maps: 'cropToImage', alignCorners: true });
  expect(one).toThrow(expect.objectContaining({ code: 'INVALID_SHAPE', what: 'thetaToPixels: imageSize' }));
});

describe.each([false, true])('perspective matrices, alignCorners %s', (alignCorners) => {
  const perspective = [
    [
      [c, s, 2],
      [-s, c, 3.5],
      [0.01, -0.02, 1],
    ],
  ];

  it('read the pixel that the matrix says: (X, Y, W) = M·(x, y, 1) at (X/W, Y/W)', () => {
    const theta = thetaFromPixels(perspective, [9, 12], [4, 5], { maps: 'cropToImage', alignCorners });
    const read = perspectiveSample(ramp, theta, [4, 5], { alignCorners }).dataSync();
    for (let y = 0; y < 4; y++) {
      for (let x = 0; x < 5; x++) {
        const w = 0.01 * x - 0.02 * y + 1;
        const wanted = (c * x + s * y + 2 + 100 * (-s * x + c * y + 3.5)) / w;
        expect(Math.abs(read[5 * y + x] - wanted)).toBeLessThan(2e-3);
      }
    }
  });

  it.each(['cropToImage', 'imageToCrop'] as const)('come back up to their scale: %s', (maps) => {
    const options = { maps, alignCorners };
    const back = thetaToPixels(thetaFromPixels(perspective, [9, 12], [4, 5], options), [9, 12], [4, 5], options);
    const scale = back.dataSync()[8];
    expectClose(tf.div(back, scale), [1, 3, 3], perspective.flat(2), 2e-5);
  });

  it('have gradients', () => {
    const options = { maps: 'imageToCrop', alignCorners } as const;
    const theta = (m: tf.Tensor): tf.Tensor => thetaFromPixels(m as tf.Tensor3D, [9, 12], [4, 5], options);
    expectGradient(theta, tf.tensor3d(perspective), 2 ** -14, 2e-2);
  });
});
