import type { RoiOptions } from './roi-options.js';

/** How many samples a bin has, along y and along x. */
export type SampleCounts = readonly [alongY: number, alongX: number];

/**
 * As many samples as a bin is pixels long, rounded up, for each of the boxes (x, y, x2, y2), in the float32 steps of torchvision;
 * none where a box has no length, or none that is finite.
 */
export function sampleCounts(
  boxes: ArrayLike<number>,
  { spatialScale, aligned }: Required<RoiOptions>,
  [h, w]: readonly [number, number],
): SampleCounts[] {
  const { fround } = Math;
  const edge = (at: number): number => fround(fround(fround(boxes[at]) * fround(spatialScale)) - (aligned ? 0.5 : 0));
  const count = (near: number, far: number, n: number): number => {
    const length = fround(edge(far) - edge(near));
    const samples = Math.ceil(fround((aligned ? length : Math.max(length, 1)) / n));
    return samples > 0 && Number.isFinite(samples) ? samples : 0;
  };
  return Array.from({ length: boxes.length / 4 }, (_, box) => {
    const at = 4 * box;
    return [count(at + 1, at + 3, h), count(at, at + 2, w)] as const;
  });
}
