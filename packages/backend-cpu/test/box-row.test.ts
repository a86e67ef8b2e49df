import { PADDING_MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affineSample, affineSampleGradImage, affineSampleGradTheta } from '../src/kernels.js';

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

describe('an RGB box equals the same points one by one, wherever it starts and however far its columns are apart', () => {
  const [height, width, columns] = [4, 8, 5];
  const imageShape = [1, height, width, 3];
  const dyShape = [1, 3, columns, 3];
  const noise = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.sin(i * i + 1));
  const [image, dy] = [noise(height * width * 3), noise(3 * columns * 3)];
  const attrs = {
    mode: 'bilinear' as const,
    paddingMode: 'zeros' as const,
    alignCorners: false,
    dataFormat: 'NHWC' as const,
    fillValue: 0,
    size: [3, columns],
    imageShape,
    imageIndex: new Int32Array(1),
  };

  /** The thetas of a box whose first column is at pixel coordinate `x`, and the next `step` further: plain, and turned. */
  function thetas(x: number, step: number): Float32Array[] {
    const scale = (step * columns) / width;
    const shift = (2 * x - step + 1) / width - 1 + scale;
    return [0, HARDLY_TURNED].map((shear) => Float32Array.of(scale, shear, shift, shear, 0.5, 0.1));
  }

  for (const step of [0.4, 1, 2.7, 0, -0.4, -1, -2.7]) {
    it(`${step} pixels`, () => {
      for (let x = -0.7; x < width; x++) {
        const boxes = thetas(x, step);
        const [crop, crop1] = boxes.map((theta) => affineSample(image, imageShape, theta, attrs));
        expectEqual(crop, crop1, ONE_ROUNDING);
        const [dimage, dimage1] = boxes.map((theta) => affineSampleGradImage(dy, dyShape, theta, attrs));
        expectEqual(dimage, dimage1, 1e-6);
        const [dtheta, dtheta1] = boxes.map((theta) =>
          affineSampleGradTheta(dy, dyShape, image, imageShape, theta, attrs),
        );
        expectEqual(dtheta, dtheta1, 1e-6);
      }
    });
  }
});

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
