import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { NpyArray } from './npy.js';
import type { Workload } from './workloads.js';

/** Numbers drawn evenly from [low, high). */
export function uniform(shape: readonly number[], low: number, high: number, seed: number): Float32Array {
  const random = mersenne(seed);
  const length = shape.reduce((a, b) => a * b);
  return Float32Array.from({ length }, () => low + (high - low) * uniformFloat32(random));
}

/**
 * Smooth pictures, [images,…imageSize,C] with values from 0 to 1: a ramp along each axis and a few waves. Smooth, because
 * on white noise float32 itself is wrong by 1e-3, which would hide real differences; ramps, so that the gradient of a
 * box is a sum of like signs.
 */
export function makeImages({ images, channels, imageSize }: Workload, seed: number): NpyArray {
  const shape = [images, ...imageSize, channels];
  const pixels = imageSize.reduce((a, b) => a * b);
  const data = new Float32Array(images * pixels * channels);
  const dimensions = imageSize.length;
  const phases = uniform([images, channels, dimensions], 0, 2 * Math.PI, seed);
  for (let n = 0; n < images; n++) {
    for (let c = 0; c < channels; c++) {
      const first = (n * channels + c) * dimensions;
      const ramps = imageSize.map((length) => Float64Array.from({ length }, (_, p) => p / length / dimensions));
      const waves = imageSize.map((length, axis) =>
        Float64Array.from({ length }, (_, p) =>
          Math.sin((2 * Math.PI * (1 + ((c + axis) % 4)) * p) / length + phases[first + axis]),
        ),
      );
      for (let pixel = 0; pixel < pixels; pixel++) {
        let ramp = 0;
        let wave = 1;
        for (let axis = dimensions - 1, rest = pixel; axis >= 0; axis--) {
          const p = rest % imageSize[axis];
          rest = (rest - p) / imageSize[axis];
          ramp += ramps[axis][p];
          wave *= waves[axis][p];
        }
        data[(n * pixels + pixel) * channels + c] = 0.1 + 0.7 * ramp + 0.1 * wave;
      }
    }
  }
  return { shape, data };
}
