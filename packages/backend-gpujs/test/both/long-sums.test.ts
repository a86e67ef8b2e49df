import { affineGrid, affineSample, gridSample } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGpuJsBackend } from '../../src/index.js';
import { IS_FULL } from '../runs.js';
import { MODE } from './mode.js';

/** At 500, too, plain sums in float32 are off by more than is allowed here. */
const SIDE = IS_FULL ? 1000 : 500;
const BORDER = { paddingMode: 'border' } as const;

beforeAll(async () => {
  registerGpuJsBackend({ mode: MODE });
  await tf.setBackend('gpujs');
});

/** Crops of different sizes around the middle of a texture of 2 × 2 pixels, turned by an angle. */
function thetas(crops: number, angle: number): number[][][] {
  return Array.from({ length: crops }, (_, n) => {
    const scale = 0.5 + 0.02 * n;
    const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
    return [
      [cos, -sin, 0.01],
      [sin, cos, 0.02],
    ];
  });
}

/** Visits all outputs with their normalised place (u, v), and with the weights of the right and the lower pixels. */
function forEachOutput(
  all: readonly number[][][],
  [height, width]: readonly [number, number],
  visit: (u: number, v: number, right: number, lower: number, slopeX: number, slopeY: number) => void,
): void {
  const clip = (x: number): number => Math.min(Math.max(x, 0), 1);
  const slope = (x: number): number => (x > 0 && x < 1 ? 1 : 0);
  for (const [[a, b, c], [d, e, f]] of all) {
    for (let i = 0; i < height; i++) {
      const v = (2 * i + 1) / height - 1;
      for (let j = 0; j < width; j++) {
        const u = (2 * j + 1) / width - 1;
        const x = a * u + b * v + c + 0.5;
        const y = d * u + e * v + f + 0.5;
        visit(u, v, clip(x), clip(y), slope(x), slope(y));
      }
    }
  }
}

function requireClose(found: tf.Tensor, expected: readonly number[], tolerance: (index: number) => number): void {
  found.dataSync<'float32'>().forEach((x, i) => {
    if (!(Math.abs(x - expected[i]) <= tolerance(i))) expect.fail(`element ${i}: got ${x}, expected ${expected[i]}`);
  });
}

test.for([
  { name: 'boxes', angle: 0, points: 'theta' },
  { name: 'rotated thetas', angle: 0.4, points: 'theta' },
  { name: 'grids', angle: 0.4, points: 'grid' },
] as const)('four pixels get their gradients of very many outputs: $name', ({ angle, points }) => {
  const all = thetas(4, angle);
  const expected = [0, 0, 0, 0];
  forEachOutput(all, [SIDE, SIDE], (_u, _v, right, lower) => {
    expected[0] += (1 - right) * (1 - lower);
    expected[1] += right * (1 - lower);
    expected[2] += (1 - right) * lower;
    expected[3] += right * lower;
  });
  tf.tidy(() => {
    const theta = tf.tensor3d(all);
    const options = { ...BORDER, imageIndex: Array<number>(4).fill(0) };
    const grid = points === 'grid' ? affineGrid(theta, [SIDE, SIDE]) : undefined;
    const run = (x: tf.Tensor): tf.Tensor =>
      grid ? gridSample(x as tf.Tensor4D, grid, options) : affineSample(x as tf.Tensor4D, theta, [SIDE, SIDE], options);
    const dimage = tf.grad(run)(tf.ones([1, 2, 2, 1]), tf.ones([4, SIDE, SIDE, 1]));
    requireClose(dimage, expected, (p) => 1e-5 * expected[p]);
  });
});

test.for([
  { name: 'a box', angle: 0, size: [SIDE, SIDE] },
  { name: 'a rotated theta', angle: 0.4, size: [SIDE, SIDE] },
  { name: 'all in one row', angle: 0.4, size: [1, SIDE * SIDE] },
  { name: 'all in one column', angle: 0.4, size: [SIDE * SIDE, 1] },
] satisfies { name: string; angle: number; size: [number, number] }[])(
  'a theta gets its gradient of very many outputs: $name',
  ({ angle, size }) => {
    const all = thetas(1, angle);
    const image = [0.1, 0.9, 0.4, 0.7];
    const [p, q, r, s] = image;
    const expected = [0, 0, 0, 0, 0, 0];
    /** What the sums' terms add up to without their signs. */
    const sizes = [0, 0, 0, 0, 0, 0];
    forEachOutput(all, size, (u, v, right, lower, slopeX, slopeY) => {
      const dx = slopeX * ((q - p) * (1 - lower) + (s - r) * lower);
      const dy = slopeY * ((r - p) * (1 - right) + (s - q) * right);
      [dx * u, dx * v, dx, dy * u, dy * v, dy].forEach((term, entry) => {
        expected[entry] += term;
        sizes[entry] += Math.abs(term);
      });
    });
    tf.tidy(() => {
      const pixels = tf.tensor4d(image, [1, 2, 2, 1]);
      const run = (t: tf.Tensor): tf.Tensor => affineSample(pixels, t as tf.Tensor3D, size, BORDER);
      const dtheta = tf.grad(run)(tf.tensor3d(all), tf.ones([1, ...size, 1]));
      requireClose(dtheta, expected, (entry) => 1e-5 * sizes[entry]);
    });
  },
);
