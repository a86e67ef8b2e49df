import { expect, test } from 'vitest';
import { makeDataSet } from '../src/data-set.js';
import { IMAGES, VOLUMES } from './tiny.js';

test.each([IMAGES, VOLUMES])('the same seed gives the same $name, another one others', (workload) => {
  const data = makeDataSet(workload, 1);
  expect(makeDataSet(workload, 1)).toEqual(data);
  expect(makeDataSet(workload, 2).boxes.data).not.toEqual(data.boxes.data);
});

test('no sample lies on a pixel centre, where the slope jumps', () => {
  const { grid, workload } = makeDataSet({ ...IMAGES, crops: 64, images: 1, size: [64, 64] }, 1);
  const lengths = [...workload.imageSize].reverse();
  const closest = grid.data.reduce((least, g, k) => {
    const pixel = ((g + 1) * lengths[k % 2] - 1) / 2;
    return Math.min(least, Math.abs(pixel - Math.round(pixel)) / lengths[k % 2]);
  }, 1);
  expect(closest).toBeGreaterThan(2 ** -20);
});
