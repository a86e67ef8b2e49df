import { describe, expect, it } from 'vitest';
import { affineGrid, affineSampleGradImage, gridSampleGradImage } from '../src/kernels.js';
import { PLAIN_RULES } from './plain-rules.js';

type Way = 'box' | 'theta' | 'grid';
const WAYS: readonly Way[] = ['box', 'theta', 'grid'];

/** The image gradient of `crops` square crops of one image, by one theta or by its grid; every number of dy is `value`. */
function gradient(
  way: Way,
  [height, width]: readonly [number, number],
  crops: number,
  side: number,
  value: number,
  theta: readonly number[],
): Float32Array {
  const attrs = {
    mode: 'bilinear',
    paddingMode: 'border',
    alignCorners: false,
    dataFormat: 'NHWC',
    ...PLAIN_RULES,
    fillValue: 0,
    imageIndex: new Int32Array(crops),
    imageShape: [1, height, width, 1],
    size: [side, side],
  } as const;
  const dy = new Float32Array(crops * side * side).fill(value);
  const dyShape = [crops, side, side, 1];
  const thetas = Float32Array.from({ length: crops * 6 }, (_, i) => theta[i % 6]);
  if (way !== 'grid') return affineSampleGradImage(dy, dyShape, thetas, attrs);
  const grid = affineGrid(thetas, crops, attrs.size, false);
  return gridSampleGradImage(dy, dyShape, grid, [crops, side, side, 2], attrs);
}

/** How far a sum is from what it should be, as a part of that. */
function error(sum: number, wanted: number): number {
  return Math.abs(sum - wanted) / wanted;
}

describe.each(WAYS)('sums of very many numbers, by way of a %s', (way) => {
  /** So small an angle that no coordinate notices, and yet a theta is no longer a box. */
  const turn = way === 'theta' ? 1e-38 : 0;

  it('25,000,000 outputs on one pixel', () => {
    // The centre of column and row 42 of 64.
    const centre = 85 / 64 - 1;
    const dimage = gradient(way, [64, 64], 1, 5000, 1, [0, turn, centre, turn, 0, centre]);
    expect(error(dimage[42 * 64 + 42], 25e6)).toBeLessThan(1e-5);
  });

  it.each([
    [[1, 1], 1000],
    [[64, 64], 1000],
    [[480, 640], 2300],
  ] as const)('a crop of no area from an image of %j', (size, side) => {
    const dimage = gradient(way, size, 1, side, 0.1, [0, turn, 0.1, turn, 0, 0.2]);
    const sum = dimage.reduce((sum, d) => sum + d, 0);
    expect(error(sum, side * side * Math.fround(0.1))).toBeLessThan(1e-5);
  });

  it('a texture of 2 × 2 under crops of 1000²', () => {
    // About the centre, so that each pixel gets a quarter of all.
    const angle = way === 'box' ? 0 : 0.3;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const dimage = gradient(way, [2, 2], 2, 1000, 0.1, [cos, -sin, 0, sin, cos, 0]);
    for (const d of dimage) expect(error(d, 5e5 * Math.fround(0.1))).toBeLessThan(1e-5);
  });
});
