import '@cropgrad/backend-wasm';
import { affineSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { correlate } from '../../src/find/correlate.js';
import { distinctPlaces } from '../../src/find/distinct-places.js';
import { filterBank } from '../../src/find/filter-bank.js';
import { gradientAgreement } from '../../src/find/gradient-agreement.js';
import { Octaves } from '../../src/find/octaves.js';
import { peaks } from '../../src/find/peaks.js';
import { movedPlace, placeAt, radiansOfPlace, sizeOfPlace, thetaOfPlace, turnedBox } from '../../src/find/place.js';
import { scalesFor } from '../../src/find/scales.js';
import { tilesOf } from '../../src/find/tiles.js';
import { scene } from '../made-pair.js';
import { pixelsOf, thumbnailOf } from './made-photo.js';

beforeAll(() => tf.setBackend('wasm'));

const image = (seed: number, width: number, height: number): tf.Tensor4D =>
  tf.tensor4d(
    Float32Array.from(pixelsOf(scene(seed), width, height).data, (byte) => byte - 128),
    [1, height, width, 1],
  );

it('correlates as the definition says, under the mask that all angles share', async () => {
  const [photo, thumbnail] = [image(1, 40, 30), image(2, 48, 36)];
  const bank = await filterBank(thumbnail, 16, [-0.14, 0, 0.14]);
  const fits = correlate(photo, bank, 4);
  const [h, w] = bank.size;
  expect(fits.shape).toEqual([1, 30 - h + 1, 40 - w + 1, 3]);
  const [values, pixels, filters, mask] = await Promise.all(
    [fits, photo, bank.filters, bank.mask].map((tensor) => tensor.data<'float32'>()),
  );
  expect(bank.count).toBe(mask.reduce((sum, one) => sum + one, 0));
  expect(bank.count).toBeGreaterThan(0.85 * h * w);
  expect(bank.count).toBeLessThan(h * w);
  for (const [y, x, a] of [
    [0, 0, 0],
    [5, 7, 1],
    [30 - h, 40 - w, 2],
  ]) {
    const seen = Array.from(mask.keys()).filter((p) => mask[p] === 1);
    const under = seen.map((p) => pixels[(y + Math.floor(p / w)) * 40 + x + (p % w)]);
    const mean = under.reduce((sum, one) => sum + one, 0) / seen.length;
    const energy = under.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const product = seen.reduce((sum, p, k) => sum + filters[p * 4 + a] * (under[k] - mean), 0);
    const expected = product / Math.sqrt(energy + 4 * seen.length);
    expect(values[(y * (40 - w + 1) + x) * 3 + a]).toBeCloseTo(expected, 4);
  }
  tf.dispose([photo, thumbnail, bank.filters, bank.mask, fits]);
});

it('fits best by the angle that the crop was turned by', async () => {
  const [across, down] = [48, 36];
  const cut = { cx: 64, cy: 48, width: across, height: down, radians: 0.14 };
  const { data } = thumbnailOf(scene(3), cut, [across, down]);
  const thumbnail = tf.tensor4d(Float32Array.from(data), [1, down, across, 1]);
  const octaves = new Octaves(image(3, 128, 96), 1);
  const bank = await filterBank(thumbnail, 16, [-0.14, 0, 0.14]);
  const there = octaves.cut([placeAt(cut.cx, cut.cy, across, down)], bank.size);
  const fits = correlate(there, bank, 4);
  const [wrongWay, straight, right] = await fits.data();
  expect(right).toBeGreaterThan(0.97);
  expect(straight).toBeLessThan(right - 0.02);
  expect(wrongWay).toBeLessThan(straight);
  octaves.dispose();
  tf.dispose([thumbnail, bank.filters, bank.mask, there, fits]);
});

it('cuts from octaves nearly what it would cut from the photo, in the order of the places', async () => {
  const photo = image(1, 128, 96);
  const octaves = new Octaves(tf.clone(photo), 1);
  const places = [placeAt(65, 45, 15, 15), placeAt(64, 48, 100, 75, 0.1), placeAt(30, 30, 32, 24)];
  const cut = octaves.cut(places, [8, 8]);
  const thetas = places.map((place) => thetaOfPlace(place, [96, 128]));
  const direct = affineSample(photo, tf.tensor3d(thetas.flat(), [3, 2, 3]), [8, 8], {
    antialias: true,
    paddingMode: 'border',
  });
  const differences = tf.abs(tf.sub(cut, direct));
  expect((await tf.max(differences).data())[0]).toBeLessThan(6);
  expect((await tf.mean(differences).data())[0]).toBeLessThan(1);
  octaves.dispose();
  tf.dispose([photo, cut, direct]);
});

it('keeps no octave that is finer than what will be cut', () => {
  const before = tf.memory().numBytes;
  const octaves = new Octaves(image(1, 128, 96), 8);
  expect(tf.memory().numBytes - before).toBeLessThan((128 * 96 * 4) / 8);
  octaves.dispose();
  expect(tf.memory().numBytes).toBe(before);
});

it.each([
  [1, 1],
  [64, 65],
  [300, 700],
])('tiles of %d × %d cover each pixel once, those beyond aside', (rows, columns) => {
  const times = new Uint8Array(rows * columns);
  for (const { rows: high, columns: wide, origins } of tilesOf(rows, columns)) {
    expect(Math.max(high, wide)).toBeLessThanOrEqual(64);
    for (const [top, left] of origins) {
      for (let y = top; y < Math.min(top + high, rows); y++) {
        for (let x = left; x < Math.min(left + wide, columns); x++) times[y * columns + x]++;
      }
    }
  }
  expect(times.every((one) => one === 1)).toBe(true);
});

it('finds the highest peaks of a map, at its edges too', () => {
  const map = Float32Array.of(5, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 1, 0, 0, 6);
  expect(peaks(map, 5, 2)).toEqual([
    { x: 1, y: 1, value: 7 },
    { x: 4, y: 2, value: 6 },
  ]);
});

it('keeps the best of places that are near each other', () => {
  const at = (cx: number, rank: number): { place: ReturnType<typeof placeAt>; rank: number } => ({
    place: placeAt(cx, 0, 10, 10),
    rank,
  });
  const kept = distinctPlaces([at(0, 0.5), at(1, 0.9), at(3, 0.7), at(8, 0.1)], 0.12, 2);
  expect(kept.map(({ rank }) => rank)).toEqual([0.9, 0.7]);
});

it('goes from the smallest scale to the whole photo, in steps of 1.15 at most', () => {
  const scales = scalesFor([600, 800], [60, 100], 0.9);
  expect(scales[0]).toBeCloseTo(0.9, 12);
  expect(scales[scales.length - 1]).toBeCloseTo(8, 12);
  for (const [k, scale] of scales.slice(1).entries()) expect(scale / scales[k]).toBeLessThanOrEqual(1.15 + 1e-12);
  expect(scalesFor([600, 800], [700, 100], 0.9)).toEqual([]);
});

it('moves places within themselves, and makes the nearest turned box of them', () => {
  const place = placeAt(50, 40, 30, 20, 0.1);
  const moved = movedPlace(place, [1.1, 0, 0, 0, 1.1, 0, 0, 0, 1]);
  const box = turnedBox(moved, 1.5);
  for (const [k, entry] of box.entries()) expect(entry).toBeCloseTo(moved[k], 12);
  expect(radiansOfPlace(box)).toBeCloseTo(0.1, 12);
  const [width, height] = sizeOfPlace(box);
  expect([width, height].map((side) => Number(side.toFixed(9)))).toEqual([33, 22]);
});

it('says how alike slopes are, in all and in parts', () => {
  const [one, other] = [3, 4].map((seed) => pixelsOf(scene(seed), 32, 32).data);
  const lighter = Array.from(one, (value) => 0.5 * value + 70);
  expect(gradientAgreement(one, lighter, [32, 32], 4).whole).toBeCloseTo(1, 9);
  expect(gradientAgreement(one, lighter, [32, 32], 4).worst).toBeCloseTo(1, 9);
  expect(Math.abs(gradientAgreement(one, other, [32, 32], 4).whole)).toBeLessThan(0.5);
  const half = Array.from(one, (value, p) => (p % 32 < 6 ? other[p] : value));
  const { whole, middle, worst } = gradientAgreement(one, half, [32, 32], 4);
  expect(middle).toBeCloseTo(1, 6);
  expect(whole).toBeLessThan(0.95);
  expect(worst).toBeLessThan(0.5);
});
