// In Node, where tfjs-core registers no gradients by itself.
import '@tensorflow/tfjs';
import '@cropgrad/backend-cpu';
import { mean, ones, type Scalar, setBackend, type Tensor4D, tidy, valueAndGrad } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isIn, type PhotoBox } from '../playground/box.js';
import { boxesTensor, cropBoxes, type Sampling } from '../playground/worker/crop-boxes.js';
import { heatMap } from '../playground/worker/heat-map.js';
import { cellOf, sumOverCells } from '../playground/worker/sum-over-cells.js';

const PHOTO = { width: 90, height: 80 };
const CROP = { width: 16, height: 12 };
const SAMPLING: Sampling = {
  size: CROP,
  mode: 'bilinear',
  paddingMode: 'zeros',
  outside: 'pad',
  alignCorners: false,
  antialias: false,
};

/** The gradient of a crop's brightness by a photo of one channel, at the same places for every photo. */
async function brightnessGradient(box: PhotoBox): Promise<Float32Array> {
  const gradient = tidy(() => {
    const photo: Tensor4D = ones([1, PHOTO.height, PHOTO.width, 1]);
    const brightness = (at: Tensor4D) => mean<Scalar>(cropBoxes(at, boxesTensor([box]), SAMPLING));
    return valueAndGrad(brightness)(photo).grad;
  });
  return gradient.data<'float32'>();
}

/** The values at the pixels that are well inside a box: more than two cells from its edges. */
function inside(values: Float32Array, box: PhotoBox): number[] {
  const cell = cellOf(box, CROP, false);
  const inner = { ...box, w: Math.abs(box.w) - 4 * cell.width, h: box.h - 4 * cell.height };
  return [...values].filter((_, i) =>
    isIn(inner, { x: (i % PHOTO.width) + 0.5, y: Math.floor(i / PHOTO.width) + 0.5 }),
  );
}

describe('the picture of the image gradient', () => {
  beforeAll(() => setBackend('cpu'));

  it.each<[string, PhotoBox]>([
    ['upright', { cx: 45, cy: 40, w: 16 * 4.3, h: 12 * 5.2, angle: 0 }],
    ['mirrored', { cx: 45, cy: 40, w: -16 * 3.7, h: 12 * 4.4, angle: 0 }],
    ['turned', { cx: 45, cy: 40, w: 16 * 3.6, h: 12 * 4.1, angle: 33 }],
  ])('has no stripes where samples skip pixels: %s', async (_how, box) => {
    const raw = await brightnessGradient(box);
    const cell = cellOf(box, CROP, false);
    const shown = inside(sumOverCells(raw, PHOTO, box, cell), box);
    expect(shown.length).toBeGreaterThan(300);
    expect(inside(raw, box).filter((value) => value === 0).length).toBeGreaterThan(shown.length / 4);
    // Each of the crop's pixels has the same part in its brightness, and so has each cell of the photo. Samples lie between
    // pixels, so cells differ a little: a tenth is a twentieth in opacity, which is not seen.
    const part = 1 / (CROP.width * CROP.height);
    for (const value of shown) expect(Math.abs(value / part - 1)).toBeLessThan(0.1);
    const average = shown.reduce((total, value) => total + value, 0) / shown.length;
    expect(Math.abs(average / part - 1)).toBeLessThan(0.03);
  });

  it('counts each pixel as much as a cell is large, however it is turned', () => {
    const [size, at] = [{ width: 40, height: 30 }, 15 * 40 + 20];
    const gradient = new Float32Array(40 * 30);
    gradient[at] = 3;
    for (const angle of [0, 20, 45]) {
      const sums = sumOverCells(gradient, size, { cx: 0, cy: 0, w: 1, h: 1, angle }, { width: 2.5, height: 4 });
      expect(sums.reduce((total, value) => total + value, 0) / (3 * 2.5 * 4)).toBeCloseTo(1, 1);
      expect(Math.max(...sums)).toBe(sums[at]);
    }
  });

  it('has cells as far apart as samples are', () => {
    const box = { cx: 0, cy: 0, w: -30, h: 20, angle: 5 };
    expect(cellOf(box, { width: 10, height: 5 }, false)).toEqual({ width: 3, height: 4 });
    expect(cellOf(box, { width: 11, height: 1 }, true)).toEqual({ width: 3, height: 20 });
  });

  it('is opaque at the strongest gradient, half so at a quarter of it, and clear at 0', () => {
    const { pixels, strongest, size } = heatMap(Float32Array.of(-8, 2, 0), { width: 3, height: 1 });
    expect(strongest).toBe(8);
    expect(size).toEqual({ width: 3, height: 1 });
    expect([pixels[3], pixels[7], pixels[11]]).toEqual([255, 128, 0]);
    // The one that lowers the loss is blue, the one that raises it orange.
    expect(pixels[2]).toBeGreaterThan(pixels[0]);
    expect(pixels[4]).toBeGreaterThan(pixels[6]);
  });
});
