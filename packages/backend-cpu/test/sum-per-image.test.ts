import { expect, it } from 'vitest';
import { affineSampleGradImage, gridSampleGradImage } from '../src/kernels.js';
import { PLAIN_RULES } from './plain-rules.js';

const attrs = {
  mode: 'bilinear',
  paddingMode: 'border',
  alignCorners: false,
  dataFormat: 'NHWC',
  ...PLAIN_RULES,
  fillValue: 0,
} as const;

/** 2^24, to which float32 cannot add 1, and then as many ones as make up `length` numbers. */
function onesAfter(length: number): Float32Array {
  const dy = new Float32Array(length).fill(1);
  dy[0] = 2 ** 24;
  return dy;
}

it('up to 16 outputs per pixel are added up in float32, and more in float64', () => {
  const imageShape = [1, 1, 1, 1];
  const imageIndex = new Int32Array(1);
  const added = [16, 17].map((n) =>
    gridSampleGradImage(onesAfter(n), [1, 1, n, 1], new Float32Array(2 * n), [1, 1, n, 2], {
      ...attrs,
      imageIndex,
      imageShape,
    }),
  );
  expect(added).toEqual([Float32Array.of(2 ** 24), Float32Array.of(2 ** 24 + 16)]);
});

it.each([1, 2, 3])('all pixels of an image and all outputs of a crop count: axis %i', (axis) => {
  const two = [1, 1, 1, 1, 1].fill(2, axis, axis + 1);
  // Two rows, columns or slices of pixels, and of outputs, all on the first pixel.
  const added = [16, 17].map((n) => {
    const crop = two.map((length, k) => (k === 3 ? n * length : length));
    const grid = new Float32Array(2 * n * 3).fill(-1);
    const imageIndex = new Int32Array(1);
    return gridSampleGradImage(onesAfter(2 * n), crop, grid, [...crop.slice(0, 4), 3], {
      ...attrs,
      imageIndex,
      imageShape: two,
    });
  });
  expect(added).toEqual([Float32Array.of(2 ** 24, 0), Float32Array.of(2 ** 24 + 33, 0)]);
});

it('each image counts for itself, whatever crops are between its own', () => {
  // Crops of one point each: 17 of the last image, 16 of the first, none of the one between them.
  const imageIndex = Int32Array.from({ length: 33 }, (_, n) => (n % 2 ? 0 : 2));
  const dy = new Float32Array(33 * 2).fill(1).fill(2 ** 24, 0, 4);
  const theta = Float32Array.from({ length: 33 * 6 }, () => 0);
  for (const mode of ['bilinear', 'nearest'] as const) {
    const dimage = affineSampleGradImage(dy, [33, 1, 1, 2], theta, {
      ...attrs,
      mode,
      size: [1, 1],
      imageIndex,
      imageShape: [3, 1, 1, 2],
    });
    const [ordinary, dense] = [2 ** 24, 2 ** 24 + 16];
    expect(dimage, mode).toEqual(Float32Array.of(ordinary, ordinary, 0, 0, dense, dense));
  }
});

it.each([1, 3])('a box that is added up in float64 equals the same points one by one: %i channels', (channels) => {
  const imageShape = [1, 4, 5, channels];
  const size = [24, 25];
  const dy = Float32Array.from({ length: 24 * 25 * channels }, (_, i) => Math.sin(i * i));
  const [box, turned] = [0, 1e-38].map((turn) =>
    affineSampleGradImage(dy, [1, ...size, channels], Float32Array.of(-0.9, turn, 0.2, turn, 0.7, 0.1), {
      ...attrs,
      size,
      imageIndex: new Int32Array(1),
      imageShape,
    }),
  );
  expect(box.every((d) => d !== 0)).toBe(true);
  box.forEach((d, i) => {
    expect(d).toBeCloseTo(turned[i], 5);
  });
});

it.each([2, 3])('a weight of 0 adds nothing in float64 either, even when dy is infinite: %i-D', (dimensions) => {
  const spatial = [3, 3, 3].slice(3 - dimensions);
  const outputs = 17 * 27;
  const gridShape = [1, ...spatial.map((_, k) => (k === dimensions - 1 ? outputs : 1)), dimensions];
  const dy = new Float32Array(outputs).fill(1).fill(Number.POSITIVE_INFINITY, 0, 1);
  const dimage = gridSampleGradImage(
    dy,
    [...gridShape.slice(0, -1), 1],
    new Float32Array(outputs * dimensions),
    gridShape,
    {
      ...attrs,
      imageIndex: new Int32Array(1),
      imageShape: [1, ...spatial, 1],
    },
  );
  const centre = (3 ** dimensions - 1) / 2;
  expect(dimage).toEqual(dimage.map((_, i) => (i === centre ? Number.POSITIVE_INFINITY : 0)));
});

it.each([2, 3])('an output between pixels is shared out evenly among them: %i-D', (dimensions) => {
  const spatial = [4, 4, 4].slice(3 - dimensions);
  const outputs = 32 * 64;
  const gridShape = [1, ...spatial.map((_, k) => (k === dimensions - 1 ? outputs : 1)), dimensions];
  // Halfway between the first pixel and the next along each axis.
  const grid = new Float32Array(outputs * dimensions).fill(-0.5);
  const dy = new Float32Array(outputs).fill(1);
  const dimage = gridSampleGradImage(dy, [...gridShape.slice(0, -1), 1], grid, gridShape, {
    ...attrs,
    imageIndex: new Int32Array(1),
    imageShape: [1, ...spatial, 1],
  });
  const near = (i: number): boolean => [i % 4, Math.floor(i / 4) % 4, Math.floor(i / 16)].every((at) => at < 2);
  expect(dimage).toEqual(dimage.map((_, i) => (near(i) ? outputs / 2 ** dimensions : 0)));
});
