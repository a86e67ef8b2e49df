import type { Mode, PaddingMode } from '@cropgrad/core';
import { reflected, roundHalfToEven } from './axis-formulas.js';
import { forEachPoint } from './host-points.js';
import { countOf, extentsOf, type SampleProblem } from './problem.js';
import { TAP_COUNT } from './sources/axis-source.js';
import { axisNames, type Points } from './sources/point-source.js';

/** Which points read each pixel: those of pixel p are `listed[starts[p]]` up to `starts[p + 1]`, in order. */
export interface PointLists {
  readonly starts: Float32Array;
  readonly listed: Float32Array;
}

/** The lists of all pixels of all images, by a counting sort of the taps; undefined when there are more than `most`. */
export function pointLists(
  points: Points,
  values: Float32Array,
  problem: SampleProblem,
  images: number,
  most: number,
): PointLists | undefined {
  const pixels = countOf(extentsOf(problem.imageSize));
  const counts = new Uint32Array(images * pixels + 1);
  forEachTap(points, values, problem, (pixel) => counts[pixel + 1]++);
  for (let p = 0; p < images * pixels; p++) counts[p + 1] += counts[p];
  const total = counts[images * pixels];
  if (total > most) return undefined;
  const starts = Float32Array.from(counts);
  const listed = new Float32Array(Math.max(total, 1));
  forEachTap(points, values, problem, (pixel, point) => {
    listed[counts[pixel]++] = point;
  });
  return { starts, listed };
}

/** Visits the pixels that each point reads, each pixel once per point. */
function forEachTap(
  points: Points,
  values: Float32Array,
  problem: SampleProblem,
  visit: (pixel: number, point: number) => void,
): void {
  const { dimensions, imageSize, attrs, numbers } = problem;
  const { mode, paddingMode, imageIndex } = attrs;
  const axes = axisNames(dimensions);
  const sizes = axes.map((axis) => numbers[`size${axis}`]);
  const spans = axes.map((axis) => numbers[`span${axis}`]);
  const pixels = countOf(extentsOf(imageSize));
  const mostTaps = TAP_COUNT[mode];
  const taps = axes.map(() => new Int32Array(mostTaps));
  const counts = new Int32Array(3).fill(1);
  const none = new Int32Array(1);
  const low = -numbers.offset;
  forEachPoint(points, values, problem, (x, point, n) => {
    for (let a = 0; a < dimensions; a++) {
      counts[a] = tapPixels(taps[a], x[a], mode, paddingMode, sizes[a], low, spans[a]);
      if (counts[a] === 0) return;
    }
    const [xs, ys, zs = none] = taps;
    const image0 = imageIndex[n] * pixels;
    for (let c = 0; c < counts[2]; c++) {
      for (let b = 0; b < counts[1]; b++) {
        const row = image0 + (zs[c] * sizes[1] + ys[b]) * sizes[0];
        for (let a = 0; a < counts[0]; a++) visit(row + xs[a], point);
      }
    }
  });
}

/** Writes the different pixels that a coordinate reads along one axis, and says how many there are. */
function tapPixels(
  pixels: Int32Array,
  x: number,
  mode: Mode,
  paddingMode: PaddingMode,
  size: number,
  low: number,
  span: number,
): number {
  if (!(Math.abs(x) <= 3.4e38)) return 0;
  const isCubic = mode === 'bicubic';
  const padded = isCubic ? x : pad(x, paddingMode, size, low, span);
  const first = mode === 'nearest' ? roundHalfToEven(padded) : Math.floor(padded) - (isCubic ? 1 : 0);
  let count = 0;
  for (let t = 0; t < pixels.length; t++) {
    const pixel = isCubic ? Math.floor(pad(first + t, paddingMode, size, low, span) + 0.5) : first + t;
    if (!(pixel >= 0 && pixel < size)) continue;
    let isNew = true;
    for (let s = 0; s < count; s++) if (pixels[s] === pixel) isNew = false;
    if (isNew) pixels[count++] = pixel;
  }
  return count;
}

function pad(x: number, paddingMode: PaddingMode, size: number, low: number, span: number): number {
  if (paddingMode === 'zeros') return x;
  const r = paddingMode === 'reflection' ? reflected(x, low, span) : x;
  return Math.min(Math.max(r, 0), size - 1);
}
