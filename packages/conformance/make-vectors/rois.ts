import type { Vector } from '../src/vectors/vector.js';
import { draws } from './draws.js';

const ORACLE = "float64 oracle of torchvision's rules";

/** (x, y, x2, y2) in pixels of a photo that is twice as large as the image. */
const BOXES: Readonly<Record<string, readonly number[]>> = {
  inside: [2.25, 3.5, 11.75, 10.25],
  whole_pixel: [4, 2, 12, 10],
  across_the_corner: [-3.75, -2.5, 6.25, 7.75],
  across_the_other: [9.25, 8.5, 19.75, 18.25],
  outside: [24.5, 26.25, 30.75, 31.5],
};

/** Boxes inside, on whole pixels, across the edges and outside; a fixed number of samples, as only that is agreed on. */
export function roiEdges(): Vector[] {
  return [true, false].flatMap((aligned) =>
    [1, 2, 3].flatMap((sampling_ratio) =>
      Object.entries(BOXES).map(([name, box]) => ({
        id: `aligned=${aligned}/sampling_ratio=${sampling_ratio}/${name}`,
        tags: name === 'whole_pixel' ? ['whole_pixel'] : [],
        source: ORACLE,
        options: { size: [2, 3], spatial_scale: 0.5, sampling_ratio, aligned },
        inputs: { image: draws(9).pixels([1, 2, 8, 8]), boxes: { shape: [1, 4], data: box } },
        dy: draws(10).pixels([1, 2, 2, 3]),
      })),
    ),
  );
}
