import { type DataFormat, MODES, PADDING_MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  affineGrid,
  affineSample,
  affineSampleGradImage,
  affineSampleGradTheta,
  gridSample,
  gridSampleGradGrid,
  gridSampleGradImage,
} from '../src/kernels.js';
import { PLAIN_RULES } from './plain-rules.js';

const length = fc.integer({ min: 1, max: 7 });
// Also whole numbers and halves, which put points on edges and centres, where taps of weight 0 are.
const entry = fc.oneof(fc.double({ min: -2, max: 2, noNaN: true }), fc.constantFrom(-1, -0.5, 0, 0.5, 1));

const crops = fc
  .record({
    dimensions: fc.constantFrom(2, 3),
    lengths: fc.tuple(length, length, length),
    outputs: fc.tuple(length, length, length),
    channels: fc.integer({ min: 1, max: 5 }),
    entries: fc.array(entry, { minLength: 12, maxLength: 12 }),
    box: fc.boolean(),
    last: fc.boolean(),
    filtered: fc.boolean(),
    mode: fc.constantFrom(...MODES),
    paddingMode: fc.constantFrom(...PADDING_MODES),
    alignCorners: fc.boolean(),
    dataFormat: fc.constantFrom<DataFormat[]>('NHWC', 'NCHW'),
  })
  .map(({ dimensions, lengths, outputs, channels, entries, box, last, filtered, ...rest }) => {
    const theta = Float32Array.from(entries.slice(0, dimensions * (dimensions + 1)), (e, k) => {
      const [row, column] = [Math.floor(k / (dimensions + 1)), k % (dimensions + 1)];
      return box && row !== column && column !== dimensions ? 0 : e;
    });
    const shapeOf = (spatial: number[]): number[] =>
      rest.dataFormat === 'NHWC' ? [3, ...spatial, channels] : [3, channels, ...spatial];
    const size = outputs.slice(0, dimensions);
    const antialias = filtered && rest.mode !== 'nearest' ? 1 : 0;
    const options = { ...PLAIN_RULES, ...rest, antialias };
    // Between two others, or the last, behind which there is nothing.
    const own = last ? 2 : 1;
    return { theta, imageShape: shapeOf(lengths.slice(0, dimensions)), dyShape: shapeOf(size), size, own, options };
  });

/** Three arrays in one: noise in the `own`-th, and NaN in the two others. */
function onlyOwn(shape: readonly number[], own: number): Float32Array {
  const each = shape.reduce((product, n) => product * n) / 3;
  return Float32Array.from({ length: 3 * each }, (_, i) => (Math.floor(i / each) === own ? Math.sin(i) : Number.NaN));
}

it('a crop reads no image and no dy but its own, and writes to no other', () => {
  fc.assert(
    fc.property(crops, ({ theta, imageShape, dyShape, size, own, options }) => {
      const image = onlyOwn(imageShape, own);
      const dy = onlyOwn(dyShape, own);
      const dimensions = size.length;
      const thetas = Float32Array.from({ length: 3 * theta.length }, (_, i) => theta[i % theta.length]);
      const gridShape = [3, ...size, dimensions];
      const grid = affineGrid(thetas, 3, size, options.alignCorners);
      const attrs = {
        ...options,
        fillValue: 0.5,
        size,
        imageShape,
        imageIndex: Int32Array.of(0, 1, 2),
      };
      const ofGrid = { ...attrs, antialias: 0 };
      const results = {
        crops: affineSample(image, imageShape, thetas, attrs),
        dimage: affineSampleGradImage(dy, dyShape, thetas, attrs),
        dtheta: affineSampleGradTheta(dy, dyShape, image, imageShape, thetas, attrs),
        gridCrops: gridSample(image, imageShape, grid, gridShape, ofGrid),
        gridDimage: gridSampleGradImage(dy, dyShape, grid, gridShape, ofGrid),
        dgrid: gridSampleGradGrid(dy, dyShape, image, imageShape, grid, gridShape, ofGrid),
      };
      for (const [name, values] of Object.entries(results)) {
        const each = values.length / 3;
        const bad = values.subarray(own * each, (own + 1) * each).findIndex((value) => !Number.isFinite(value));
        if (bad >= 0) expect.fail(`${name}[${bad}] is not finite`);
      }
      // Crops of this image only: the others get nothing.
      const ofOwn = { ...attrs, imageIndex: Int32Array.of(own, own, own) };
      const ones = new Float32Array(dy.length).fill(1);
      for (const dimage of [
        affineSampleGradImage(ones, dyShape, thetas, ofOwn),
        gridSampleGradImage(ones, dyShape, grid, gridShape, { ...ofGrid, imageIndex: ofOwn.imageIndex }),
      ]) {
        const each = dimage.length / 3;
        const written = dimage.findIndex((d, i) => d !== 0 && Math.floor(i / each) !== own);
        if (written >= 0) expect.fail(`wrote to ${written}, which is of another image`);
      }
    }),
  );
});
