import type { Vector } from '../src/vectors/vector.js';
import { draws } from './draws.js';

const ORACLE = "float64 oracle of TensorFlow's rules";

/** Eight numbers from pixels of the output to pixels of the image; all exact in float32. */
const TRANSFORMS: Readonly<Record<string, readonly number[]>> = {
  left: [1, 0, -2.25, 0, 1, 0.25, 0, 0],
  right: [1, 0, 3.25, 0, 1, 0.25, 0, 0],
  above: [1, 0, 0.25, 0, 1, -2.75, 0, 0],
  below: [1, 0, 0.25, 0, 1, 1.75, 0, 0],
  far_left: [1, 0, -17.25, 0, 1, 0.25, 0, 0],
  far_above: [1, 0, 0.25, 0, 1, -9.25, 0, 0],
  larger: [0.5, 0, -0.25, 0, 0.5, -0.375, 0, 0],
  smaller: [2, 0, -1.25, 0, 2, -0.75, 0, 0],
  sheared: [1, 0.5, -0.75, 0.25, 1, -0.625, 0, 0],
};

/** Images that are moved out of their frame on each side, in every fill mode but TensorFlow's wrap, which is no repetition. */
export function transformEdges(): Vector[] {
  return (['bilinear', 'nearest'] as const).flatMap((mode) =>
    (['constant', 'nearest', 'reflect'] as const).flatMap((fill_mode) =>
      Object.entries(TRANSFORMS).map(([name, transform]) => ({
        id: `${mode}/${fill_mode}/${name}`,
        tags: [fill_mode],
        source: ORACLE,
        options: { size: [4, 8], mode, fill_mode, fill_value: fill_mode === 'constant' ? 0.5 : 0 },
        inputs: { image: draws(5).pixels([1, 1, 4, 8]), transforms: { shape: [1, 8], data: transform } },
        dy: draws(6).pixels([1, 1, 4, 8]),
      })),
    ),
  );
}

/** Two images, each moved by numbers of its own. */
export function transformBatches(): Vector[] {
  return (['bilinear', 'nearest'] as const).map((mode) => ({
    id: `${mode}/constant/batch`,
    tags: ['batch'],
    source: ORACLE,
    options: { size: [4, 4], mode, fill_mode: 'constant', fill_value: 0 },
    inputs: {
      image: draws(7).pixels([2, 1, 4, 4]),
      transforms: { shape: [2, 8], data: [...TRANSFORMS.left, ...TRANSFORMS.below] },
    },
    dy: draws(8).pixels([2, 1, 4, 4]),
  }));
}
