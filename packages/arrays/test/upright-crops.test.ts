import { describe, expect, it } from 'vitest';
import { type Frame, thetaOfFrame } from '../src/frame.js';
import { type ReadImage, readImage } from '../src/image.js';
import type { ArrayOptions } from '../src/options.js';
import { readOptions } from '../src/read-options.js';
import { sample } from '../src/sample.js';
import { canCutUpright, uprightCrops } from '../src/upright-crops.js';
import { writeCrops } from '../src/write-crops.js';
import { furthest } from './furthest.js';
import { photo } from './photo.js';

type Size = readonly [number, number];

/** Numbers from 0 to 1, always the same. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What the specialised loops and the general ones give. */
function both(image: ReadImage, frames: Frame[], index: Int32Array, size: Size, options: ArrayOptions) {
  const read = readOptions(options, image.channels);
  if (!canCutUpright(image, frames, size, read)) throw new Error('These frames are for the general loops');
  const thetas = frames.flatMap((frame) => thetaOfFrame(frame, image.width, image.height));
  const crops = sample(image, { kind: 'affine', entries: Float64Array.from(thetas) }, index, size, read);
  return {
    found: uprightCrops(image, frames, index, size, read),
    wanted: writeCrops(crops, frames.length, size[0] * size[1], image, read),
  };
}

const images: Record<string, ReadImage> = {
  grey: readImage(photo(61, 44, 1)),
  RGB: readImage(photo(61, 44, 3)),
  RGBA: readImage(photo(61, 44, 4)),
  'five channels': readImage(photo(19, 33, 5)),
  'two images of planes': readImage({ data: photo(17, 66, 3, 'NCHW'), dims: [2, 3, 33, 17] }),
  'one pixel': readImage(photo(1, 1, 3)),
};
/** One rounding of each to float32, of numbers below 256. */
const ROUNDING = 2 ** -16;

describe('upright boxes have loops of their own, which give what the general ones give', () => {
  for (const [name, image] of Object.entries(images)) {
    for (const antialias of [true, false]) {
      it(`${name}, antialias ${antialias}: random boxes, mirrored ones and ones beyond the edges`, () => {
        const random = randomNumbers(image.width + image.channels);
        const side = (length: number) => (random() < 0.2 ? -1 : 1) * length * random() ** 2 * 2;
        for (let run = 0; run < 40; run++) {
          const frames = Array.from({ length: 2 }, () => {
            const [cx, cy] = [image.width * (1.4 * random() - 0.2), image.height * (1.4 * random() - 0.2)];
            return { cx, cy, w: side(image.width), h: side(image.height), radians: 0 };
          });
          const size: Size = [1 + Math.floor(24 * random()), 1 + Math.floor(24 * random())];
          const channels = 1 + Math.floor(image.channels * random());
          const fillValue = Array.from({ length: channels }, () => Math.floor(300 * random()));
          const layout = random() < 0.5 ? 'NCHW' : 'NHWC';
          const index = Int32Array.of(image.images - 1, 0);
          const options = { antialias, channels, fillValue, layout } as const;
          const { found, wanted } = both(image, frames, index, size, options);
          expect(furthest(found, wanted)).toBeLessThanOrEqual(2 * ROUNDING);

          const bytes = both(image, frames, index, size, { ...options, dtype: 'uint8' }).found;
          // Of a half, rounding may say which way it goes.
          expect(
            furthest(
              bytes,
              wanted.map((value) => Math.min(value, 255)),
            ),
          ).toBeLessThanOrEqual(0.5 + 2 * ROUNDING);
        }
      });
    }
  }

  it('scaled, less the mean, by the deviation', () => {
    const options = { scale: 1 / 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
    const frames = [{ cx: 30, cy: 20, w: 50, h: 39.5, radians: 0 }];
    const { found, wanted } = both(images.RGB, frames, new Int32Array(1), [9, 11], options);
    expect(furthest(found, wanted)).toBeLessThanOrEqual((2 * ROUNDING) / 255 / 0.224 + 4 * 2 ** -24);
  });
});

it('a run of bytes that an int32 could not add up is for the general loops', () => {
  const white = { data: new Uint8Array(5000).fill(255), width: 5000, height: 1, channels: 1 };
  const [image, options] = [readImage(white), readOptions({}, 1)];
  const frame = { cx: 2500, cy: 0.5, w: 5000, h: 1, radians: 0 };
  expect(canCutUpright(image, [frame], [1, 1], options)).toBe(false);
  expect(canCutUpright(image, [frame], [1, 2], options)).toBe(true);
  const { found } = both(image, [{ ...frame, w: 4095 }], new Int32Array(1), [1, 1], {});
  expect(found).toEqual(Float32Array.of(255));
});

it('a constant image stays what it is, to the last bit', () => {
  for (const value of [1, 77, 200, 255]) {
    const image = readImage({ data: new Uint8Array(61 * 44 * 3).fill(value), width: 61, height: 44, channels: 3 });
    for (const size of [
      [7, 9],
      [50, 3],
      [100, 100],
    ] as const) {
      const { found } = both(image, [{ cx: 30, cy: 21, w: 59.3, h: 41.7, radians: 0 }], new Int32Array(1), size, {});
      expect(new Set(found)).toEqual(new Set([value]));
    }
  }
});
