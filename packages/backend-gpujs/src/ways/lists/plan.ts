import { SAMPLING_MODES, type SamplingMode } from '../../axis/mode.js';
import { type AxisExtent, PADDINGS, type Padding } from '../../axis/padding.js';
import { forEachPoint } from '../../points/host-points.js';
import type { Points } from '../../points/point-source.js';
import { axisExtents, countOf, extentsOf, type SampleProblem } from '../../problem.js';

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
  const { roundsUp } = numbers;
  const { imageIndex } = attrs;
  const mode = SAMPLING_MODES[attrs.mode];
  const padding = PADDINGS[attrs.paddingMode];
  const axes = axisExtents(problem);
  const pixels = countOf(extentsOf(imageSize));
  const taps = axes.map(() => new Int32Array(mode.taps));
  const counts = new Int32Array(3).fill(1);
  const none = new Int32Array(1);
  forEachPoint(points, values, problem, (x, point, n) => {
    for (let a = 0; a < dimensions; a++) {
      counts[a] = tapPixels(taps[a], x[a], mode, roundsUp, padding, axes[a]);
      if (counts[a] === 0) return;
    }
    const [xs, ys, zs = none] = taps;
    const image0 = imageIndex[n] * pixels;
    for (let c = 0; c < counts[2]; c++) {
      for (let b = 0; b < counts[1]; b++) {
        const row = image0 + (zs[c] * axes[1].size + ys[b]) * axes[0].size;
        for (let a = 0; a < counts[0]; a++) visit(row + xs[a], point);
      }
    }
  });
}

/** Writes the different pixels that a coordinate reads along one axis, and says how many there are. */
function tapPixels(
  pixels: Int32Array,
  x: number,
  mode: SamplingMode,
  roundsUp: number,
  padding: Padding,
  axis: AxisExtent,
): number {
  if (!(Math.abs(x) <= 3.4e38)) return 0;
  const { padsTaps, firstOnHost } = mode;
  const staysInside = x >= 0 && x <= axis.size - 1;
  // Rounded as on the device, where a coordinate beside the seam may be rounded onto it.
  const first = firstOnHost(padsTaps || staysInside ? x : Math.fround(padding.paddedOnHost(x, axis)), roundsUp);
  let count = 0;
  for (let t = 0; t < pixels.length; t++) {
    const tap = first + t;
    let pixel = padding.hasSeam && tap === axis.size ? 0 : tap;
    if (padsTaps && !(tap >= 0 && tap < axis.size)) pixel = Math.floor(padding.paddedOnHost(tap, axis) + 0.5);
    if (!(pixel >= 0 && pixel < axis.size)) continue;
    let isNew = true;
    for (let s = 0; s < count; s++) if (pixels[s] === pixel) isNew = false;
    if (isNew) pixels[count++] = pixel;
  }
  return count;
}
