import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { type FindOptions, type FoundCrop, findCrop, type Pixels } from '../../src/index.js';
import { type Scene, scene } from '../made-pair.js';
import { PHOTO, pixelsOf, thumbnailOf } from './made-photo.js';

const SHOWN = scene(3);
const OTHER = scene(4);
const CUT = { cx: 92, cy: 71, width: 60, height: 60 };
const SIZE = [32, 32] as const;

beforeAll(() => tf.setBackend('wasm'));

async function answer(photo: Pixels, thumbnail: Pixels, options: FindOptions = {}): Promise<Omit<FoundCrop, 'theta'>> {
  const { theta, ...rest } = await findCrop(photo, thumbnail, options);
  tf.dispose([theta, rest.box]);
  return rest;
}

const REFUSED = (reason: FoundCrop['reason']): object => expect.objectContaining({ found: false, reason });

it.each([
  ['a photo of one colour', pixelsOf(() => 90, 200, 150), thumbnailOf(SHOWN, CUT, SIZE)],
  ['a thumbnail of one colour', PHOTO, pixelsOf(() => 90, 32, 32)],
  ['both of one colour', pixelsOf(() => 90, 200, 150), pixelsOf(() => 90, 32, 32)],
])('%s is flat', async (_, photo, thumbnail) => {
  expect(await answer(photo, thumbnail)).toEqual(REFUSED('flat'));
});

it('a thumbnail larger than the photo is enlarged, and found where that is allowed', async () => {
  const thumbnail = thumbnailOf(SHOWN, { cx: 100, cy: 75, width: 160, height: 130 }, [240, 195]);
  expect(await answer(PHOTO, thumbnail)).toEqual(REFUSED('enlarged'));
  const { found, score } = await answer(PHOTO, thumbnail, { enlarged: true });
  expect(found).toBe(true);
  expect(score).toBeGreaterThan(0.99);
});

it('a thumbnail that is the whole photo is found', async () => {
  expect((await answer(PHOTO, PHOTO)).found).toBe(true);
});

it('a mirrored thumbnail is unrelated', async () => {
  const mirrored: Scene = (x, y) => SHOWN(2 * CUT.cx - x, y);
  expect(await answer(PHOTO, thumbnailOf(mirrored, CUT, SIZE))).toEqual(REFUSED('unrelated'));
});

it('a thumbnail of another photo is unrelated', async () => {
  expect(await answer(PHOTO, thumbnailOf(OTHER, CUT, SIZE))).toEqual(REFUSED('unrelated'));
});

it('a thumbnail of which a part was painted over is partial', async () => {
  const painted: Scene = (x, y) => (x > 97 && y > 85 ? OTHER(x, y) : SHOWN(x, y));
  expect(await answer(PHOTO, thumbnailOf(painted, CUT, SIZE))).toEqual(REFUSED('partial'));
});

it('of two equal places the box is one, and the answer is ambiguous', async () => {
  const twice: Scene = (x, y) => SHOWN(x % 100, y);
  const photo = pixelsOf(twice, 200, 150);
  const { box, theta, ...rest } = await findCrop(photo, thumbnailOf(twice, { ...CUT, cx: 50 }, SIZE));
  expect(rest).toEqual(REFUSED('ambiguous'));
  const [left, top, right, bottom] = await box.data();
  const middle = (100 * (left + right + 2)) / 2;
  expect(Math.min(Math.abs(middle - 50), Math.abs(middle - 150))).toBeLessThan(0.3);
  expect(75 * (bottom - top)).toBeCloseTo(60, 0);
  tf.dispose([box, theta]);
});

it('a straight edge, which fits all along itself, is uncertain', async () => {
  const edge: Scene = (x) => 128 + 80 * Math.tanh((x - 92) / 3);
  expect(await answer(pixelsOf(edge, 200, 150), thumbnailOf(edge, CUT, SIZE))).toEqual(REFUSED('uncertain'));
});
