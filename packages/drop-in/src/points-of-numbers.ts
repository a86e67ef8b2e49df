import { type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import type { FillMode } from './transform.js';

/**
 * Where transforms that are numbers, 8 each, put every pixel of an output [h,w]: [N,h,w,2] = (x, y) from -1 to 1, as `gridSample`
 * takes them, of an image of [W,H] pixels. They are computed here as TensorFlow.js does, in float64, and rounded once; tensors
 * stay on their device, in float32. NaN where the divisor is 0.
 */
export function pointsOfNumbers(
  numbers: readonly number[],
  [h, w]: readonly [number, number],
  [width, height]: readonly [number, number],
  interpolation: 'nearest' | 'bilinear',
  fillMode: FillMode,
): Tensor4D {
  const map = MAPPED[fillMode];
  const toEnds = (x: number, length: number): number => {
    const place = map(x, length);
    return (2 * (interpolation === 'nearest' ? Math.floor(place + 0.5) : place) + 1) / length - 1;
  };
  const count = numbers.length / 8;
  const points = new Float32Array(count * h * w * 2);
  let to = 0;
  for (let n = 0; n < count; n++) {
    const [a0, a1, a2, b0, b1, b2, c0, c1] = numbers.slice(8 * n, 8 * n + 8);
    for (let i = 0; i < h; i++) {
      for (let j = 0; j < w; j++) {
        const k = c0 * j + c1 * i + 1;
        points[to++] = k === 0 ? Number.NaN : toEnds((a0 * j + a1 * i + a2) / k, width);
        points[to++] = k === 0 ? Number.NaN : toEnds((b0 * j + b1 * i + b2) / k, height);
      }
    }
  }
  return tensor4d(points, [count, h, w, 2]);
}

/** What `mapped-points.ts` does with tensors. */
const MAPPED: Record<FillMode, (x: number, length: number) => number> = {
  constant: (x) => x,
  nearest: (x) => x,
  reflect: (x, length) => {
    const phase = Math.abs(x + 0.5) % (2 * length);
    return clipped((phase < length ? phase : 2 * length - phase) - 0.5, length);
  },
  wrap: (x, length) => {
    if (length === 1) return 0 * x;
    if (x < 0) return clipped(x + length * (Math.floor(-x / (length - 1)) + 1), length);
    return clipped(x > length - 1 ? x - length * Math.floor(x / (length - 1)) : x, length);
  },
};

function clipped(x: number, length: number): number {
  return Math.min(Math.max(x, 0), length - 1);
}
