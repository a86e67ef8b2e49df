import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawCase, randomOf } from '../src/find-crop/cases.js';
import { cornersOf, iou } from '../src/find-crop/iou.js';
import type { Photo, Rgb } from '../src/find-crop/photo.js';
import { tableOf } from '../src/find-crop/report.js';
import { SETS } from '../src/find-crop/sets.js';
import { makeThumbnail } from '../src/find-crop/thumbnail.js';

const PHOTOS: Photo[] = ['a', 'b'].map((name, k) => ({ name, path: name, width: 640, height: 400 + 200 * k }));

it('knows what polygons share', () => {
  const box = { cx: 5, cy: 5, width: 4, height: 2, radians: 0 };
  const square = { ...box, height: 4 };
  expect(iou(cornersOf(box), cornersOf(box))).toBeCloseTo(1, 12);
  expect(iou(cornersOf(box), cornersOf({ ...box, cx: 7 }))).toBeCloseTo(1 / 3, 12);
  expect(iou(cornersOf(box), cornersOf({ ...box, cx: 17 }))).toBe(0);
  // Two squares, one turned by 45 degrees, share an octagon: 2 (√2 - 1) of either.
  const octagon = 2 * (Math.SQRT2 - 1);
  expect(iou(cornersOf(square), cornersOf({ ...square, radians: Math.PI / 4 }))).toBeCloseTo(
    octagon / (2 - octagon),
    9,
  );
});

it.each(SETS)('draws thumbnails of $name as it says', (set) => {
  const random = randomOf(1);
  for (let n = 0; n < 50; n++) {
    const { photo, searched, longSide, cut, width, height } = drawCase(set, PHOTOS, random);
    expect(photo === searched).toBe(!set.wrongPhoto);
    const shrink = longSide / Math.max(photo.width, photo.height);
    for (const [x, y] of cornersOf(cut)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9);
      expect(x).toBeLessThanOrEqual(Math.round(photo.width * shrink) + 1e-9);
      expect(y).toBeLessThanOrEqual(Math.round(photo.height * shrink) + 1e-9);
    }
    const [low, high] = set.enlarged ? [1, 3] : [0.08, 1];
    for (const scale of [width / cut.width, height / cut.height]) {
      expect(scale).toBeGreaterThan(0.98 * low);
      expect(scale).toBeLessThan(1.04 * high);
    }
    expect(set.model === 'box' && cut.radians !== 0).toBe(false);
  }
});

it('cuts a thumbnail out, turned as rotated boxes of core are', async () => {
  // Red rises to the right, green downwards.
  const photo: Rgb = { width: 200, height: 160, data: new Uint8Array(200 * 160 * 3) };
  for (let p = 0; p < 200 * 160; p++) photo.data.set([p % 200, Math.floor(p / 200), 90], 3 * p);
  const cut = { width: 80, height: 60, cx: 100, cy: 80, radians: 0.15 };
  const random = randomOf(1);
  const drawn = { ...drawCase(SETS[1], PHOTOS, random), cut, width: 40, height: 30, gain: 1, offset: 0, quality: 95 };
  const { data } = await makeThumbnail(photo, drawn);
  for (const [x, y] of [
    [2, 2],
    [37, 3],
    [20, 27],
  ]) {
    const [u, v] = [2 * (x + 0.5) - 40, 2 * (y + 0.5) - 30];
    const [red, green] = data.subarray(3 * (40 * y + x));
    expect(Math.abs(red - (100 + Math.cos(0.15) * u + Math.sin(0.15) * v - 0.5))).toBeLessThan(3);
    expect(Math.abs(green - (80 - Math.sin(0.15) * u + Math.cos(0.15) * v - 0.5))).toBeLessThan(3);
  }
});

it('the committed tables are those of the committed results', () => {
  const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  const table = tableOf(JSON.parse(read('results/register/find-crop.json')).rows);
  expect(read('results/register/find-crop.md')).toBe(`${table}\n`);
  expect(read('../packages/register/README.md')).toContain(table);
});
