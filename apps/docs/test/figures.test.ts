import '@cropgrad/backend-cpu';
import { affineGrid, boxesFromPixels, boxesToPixels, boxToTheta, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { shrunk } from '../antialias/shrink.js';
import { stills } from '../antialias/stills.js';
import { arrowSteps } from '../drawings/arrow-steps.js';
import { EDGE_PHOTO } from '../drawings/edge-photo.js';
import { greyBitmap } from '../drawings/grey-bitmap.js';
import { decimals, shown } from '../drawings/number-shown.js';
import { pixelAxis } from '../drawings/pixel-axis.js';
import { type Corners, normalisedBox, pointsRead, type Size } from '../drawings/pixel-box.js';
import { smallPortrait } from '../drawings/small-portrait.js';

const side = fc.integer({ min: 2, max: 9 });
const quarters = (most: number) => fc.integer({ min: 0, max: 4 * most }).map((n) => n / 4);
const boxIn = ([h, w]: Size) =>
  fc.tuple(quarters(w - 1), quarters(h - 1), quarters(w), quarters(h)).map(([x, y, x2, y2]): Corners => [x, y, x2, y2]);

beforeAll(() => tf.setBackend('cpu'));

describe('the axes of the figures', () => {
  it('give a box in pixels the numbers of boxesFromPixels, and those its pixels again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(side, side).chain((size) => fc.tuple(fc.constant(size), boxIn(size))),
        async ([size, box]) => {
          const mine = normalisedBox(box, size, false);
          const theirs = await boxesFromPixels([[...box]], size).data();
          const back = await boxesToPixels([[...mine]], size).data();
          for (const k of [0, 1, 2, 3]) {
            expect(mine[k]).toBeCloseTo(theirs[k], 5);
            expect(back[k]).toBeCloseTo(box[k], 5);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([false, true])(
    'put the points that a crop reads where it reads them, alignCorners %s',
    async (alignCorners) => {
      const size: Size = [4, 6];
      const box: Corners = [1, 0.5, 5, 3.5];
      const normalised = normalisedBox(box, size, alignCorners);
      const points = pointsRead(normalised, size, [3, 4], alignCorners);
      // An image of two channels: each pixel is its own centre, so what is read is the place.
      const places = Array.from({ length: 24 }, (_, k) => [(k % 6) + 0.5, Math.floor(k / 6) + 0.5]).flat();
      const image = tf.tensor4d(places, [1, 4, 6, 2]);
      const read = await crop(image, [[...normalised]], [3, 4], { alignCorners, paddingMode: 'border' }).data();
      for (const [k, { x, y }] of points.entries()) {
        expect(read[2 * k]).toBeCloseTo(x, 4);
        expect(read[2 * k + 1]).toBeCloseTo(y, 4);
      }
      if (alignCorners) expect(points[0].x).toBeCloseTo(box[0], 5);
    },
  );

  it.each([false, true])('agree with the grid of core between centres, too, alignCorners %s', async (alignCorners) => {
    const { toPixels, fromPixels } = pixelAxis(5, alignCorners);
    const grid = await affineGrid(boxToTheta([[-1, -1, 1, 1]]), [1, 9], { alignCorners }).data();
    const step = alignCorners ? 0.5 : 5 / 9;
    for (let k = 0; k < 9; k++) {
      expect(toPixels(grid[2 * k])).toBeCloseTo(alignCorners ? step * k : step * (k + 0.5) - 0.5, 5);
      expect(fromPixels(toPixels(grid[2 * k]))).toBeCloseTo(grid[2 * k], 6);
    }
  });
});

describe('the pictures of the figures', () => {
  it.each([false, true])('of bricks are crops of core, antialias %s', async (antialias) => {
    const data = Uint8ClampedArray.from({ length: 20 * 24 * 4 }, (_, k) => (k * 37) % 256);
    const small = shrunk({ data, width: 20, height: 24 }, 7, antialias);
    const image = tf.tensor4d(Float32Array.from(data), [1, 24, 20, 4]);
    const wanted = await crop(image, [[-1, -1, 1, 1]], [7, 7], { antialias, paddingMode: 'border' }).data();
    expect(small.data).toEqual(Uint8ClampedArray.from(wanted));
  });

  it('before the script are those that it draws', async () => {
    for (const { file, picture } of await stills()) {
      const pixels = await sharp(file).toColourspace('srgb').ensureAlpha().raw().toBuffer();
      const off = picture.data.map((value, k) => Math.abs(value - pixels[k]));
      expect(Math.max(...off), file).toBeLessThanOrEqual(2);
    }
  });

  it('at the edge are of the portrait of the site', async () => {
    const off = (await smallPortrait()).map((byte, k) => Math.abs(byte - Math.round(255 * EDGE_PHOTO[k])));
    expect(off.length).toBe(48 * 48);
    expect(Math.max(...off)).toBeLessThanOrEqual(2);
  });

  it('are greys that a browser reads, the first row on top', () => {
    const bytes = Buffer.from(greyBitmap([0, 0.5, 1, 1, 0, 2], [2, 3]).split(',')[1], 'base64');
    expect(bytes.subarray(0, 2).toString()).toBe('BM');
    expect([bytes.readInt32LE(18), bytes.readInt32LE(22), bytes.readUInt32LE(2)]).toEqual([3, -2, bytes.length]);
    expect([...bytes.subarray(bytes.readUInt32LE(10))]).toEqual([0, 128, 255, 0, 255, 0, 255, 0]);
    expect([...bytes.subarray(54 + 4 * 200, 58 + 4 * 200)]).toEqual([200, 200, 200, 0]);
  });
});

describe('keys and numbers', () => {
  it('move a mark: up is forward on a line, and upwards in a plane', () => {
    expect(arrowSteps('ArrowUp', false, 'x')).toEqual({ x: 1, y: 0 });
    expect(arrowSteps('ArrowUp', false, 'xy')).toEqual({ x: 0, y: -1 });
    expect(arrowSteps('ArrowLeft', true, 'xy')).toEqual({ x: -5, y: 0 });
    expect(arrowSteps('Tab', false, 'x')).toBeUndefined();
    expect(arrowSteps('constructor', false, 'x')).toBeUndefined();
  });

  it('are shown without a minus before zero', () => {
    expect([decimals(-0.0004), decimals(-0.25, 2), shown(-1.5, 1)]).toEqual(['0.000', '-0.25', '−1.5']);
  });
});
