import { PADDING_MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affineSample, affineSampleGradImage, affineSampleGradTheta } from '../src/affine-sample.js';

/** So small an angle that no coordinate notices, and yet the crop is no longer a box: each point goes its own way. */
const HARDLY_TURNED = 1e-38;

const length = fc.integer({ min: 1, max: 12 });
// Off every simple fraction, so that no point lies on a kink, where either side is right.
const entry = fc.double({ min: -2, max: 2, noNaN: true }).map((e) => 0.97 * e + 0.0123);

const crops = fc
  .record({
    height: length,
    width: length,
    channels: fc.integer({ min: 1, max: 4 }),
    size: fc.tuple(length, length),
    entries: fc.tuple(entry, entry, entry, entry),
    seed: fc.integer({ min: 1, max: 1000 }),
    paddingMode: fc.constantFrom(...PADDING_MODES),
    alignCorners: fc.boolean(),
    dataFormat: fc.constantFrom('NHWC' as const, 'NCHW' as const),
    fillValue: fc.constantFrom(0, 2.5),
  })
  .map(({ height, width, channels, size, entries, seed, ...options }) => {
    const shape = (h: number, w: number): number[] =>
      options.dataFormat === 'NHWC' ? [1, h, w, channels] : [1, channels, h, w];
    const noise = (shape: number[], at: number): Float32Array =>
      Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(seed * (i + at)));
    const [imageShape, dyShape] = [shape(height, width), shape(...size)];
    const [sx, sy, tx, ty] = entries;
    return {
      attrs: { ...options, mode: 'bilinear' as const, size, imageShape, imageIndex: new Int32Array(1) },
      box: Float32Array.of(sx, 0, tx, 0, sy, ty),
      turned: Float32Array.of(sx, HARDLY_TURNED, tx, HARDLY_TURNED, sy, ty),
      imageShape,
      dyShape,
      image: noise(imageShape, 1),
      dy: noise(dyShape, 2),
    };
  });

function expectEqual(found: Float32Array, wanted: Float32Array, tolerance: number): void {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    const error = Math.abs(found[i] - wanted[i]);
    if (!(error <= tolerance * Math.max(1, Math.abs(wanted[i]))))
      expect.fail(`${i}: got ${found[i]}, expected ${wanted[i]}`);
  }
}

/** The loops of RGB images blend rows first, so that a result may be rounded to the next float32. */
const ONE_ROUNDING = 2 ** -23;

describe('a box, whose columns are sorted once, equals the same points one by one', () => {
  it('forward, bit for bit but for the order of sums in RGB', () => {
    fc.assert(
      fc.property(crops, ({ attrs, box, turned, image, imageShape }) => {
        const [found, wanted] = [box, turned].map((theta) => affineSample(image, imageShape, theta, attrs));
        const rgb = attrs.dataFormat === 'NHWC' && imageShape[3] === 3;
        expectEqual(found, wanted, rgb ? ONE_ROUNDING : 0);
      }),
    );
  });

  it('to the image', () => {
    fc.assert(
      fc.property(crops, ({ attrs, box, turned, dy, dyShape }) => {
        const [found, wanted] = [box, turned].map((theta) => affineSampleGradImage(dy, dyShape, theta, attrs));
        expectEqual(found, wanted, 1e-6);
      }),
    );
  });

  it('to theta', () => {
    fc.assert(
      fc.property(crops, ({ attrs, box, turned, image, imageShape, dy, dyShape }) => {
        const [found, wanted] = [box, turned].map((theta) =>
          affineSampleGradTheta(dy, dyShape, image, imageShape, theta, attrs),
        );
        expectEqual(found, wanted, 1e-6);
      }),
    );
  });
});
