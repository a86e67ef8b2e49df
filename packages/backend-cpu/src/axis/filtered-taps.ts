import { type Axis, COORDINATE_ROUNDING } from './axis.js';
import { type AxisTaps, createAxisTaps } from './axis-taps.js';
import { padCoordinates, readNothing } from './compute-axis-taps.js';
import { coverage, WHOLE } from './coverage.js';

/** A filter that is wider than so many times a repeated image weighs its pixels alike, to the last digit of float32. */
const MOST_LAPS = 1024;

/**
 * The taps of outputs around the pixel coordinates in `x`, which it overwrites, each `footprint` pixels long. An output reads
 * every pixel within the filter's reach, so there are as many taps per point as the longest list has; a shorter one ends with
 * taps of index -1. `error` is how far the coordinates may be off, besides their own rounding.
 *
 * The weights of the pixels inside sum to the output's coverage: the rest of it is outside, and reads fillValue.
 */
export function filteredTaps(x: Float64Array, footprint: Float64Array, axis: Axis, error: number): AxisTaps {
  const points = x.length;
  const scale = new Float64Array(points);
  padCoordinates(scale, x, points, axis, true);
  let longest = 0;
  for (let p = 0; p < points; p++) {
    const reach = axis.filter.radius * widthOf(footprint[p], axis);
    const length = lastTap(x[p], reach, axis) - firstTap(x[p], reach, axis) + 1;
    // NaN is not: such a coordinate samples nothing.
    if (length > longest) longest = length;
  }
  const taps = createAxisTaps(points, axis.padding.repeats ? Math.min(longest, axis.size) : longest, true);
  taps.index.fill(-1);
  taps.scale.set(scale);
  for (let p = 0; p < points; p++) listTaps(taps, p, x[p], footprint[p], axis, error);
  return taps;
}

/** The width of the filter, which is the footprint unless it is widened. */
function widthOf(footprint: number, { widen, padding, size }: Axis): number {
  const width = widen * footprint;
  return padding.repeats ? Math.min(width, MOST_LAPS * size) : width;
}

/** The first pixel within reach. The reach is half-open, so that a footprint of one pixel has floor and floor + 1. */
function firstTap(x: number, reach: number, { padding }: Axis): number {
  const first = Math.floor(x - reach) + 1;
  return padding.repeats ? first : Math.max(first, 0);
}

function lastTap(x: number, reach: number, { padding, size }: Axis): number {
  const last = Math.floor(x + reach);
  return padding.repeats ? last : Math.min(last, size - 1);
}

/** Lists the taps of one point, its coordinate being padded. */
function listTaps(taps: AxisTaps, p: number, x: number, footprint: number, axis: Axis, error: number): void {
  const { count, index, weight, slope, footprintSlope, scale } = taps;
  const { size, padding, filter, cubicCoefficient } = axis;
  const covered = padding.readsFill ? coverage(x, footprint, size) : WHOLE;
  if (Number.isNaN(x) || covered.inside === 0) {
    readNothing(taps, p);
    return;
  }
  const width = widthOf(footprint, axis);
  const reach = filter.radius * width;
  const first = firstTap(x, reach, axis);
  const last = lastTap(x, reach, axis);
  // An image that repeats within the filter's reach has all of its pixels in the list, and each is met on every lap.
  const from = p * count;
  const meetsAll = last - first >= count;
  let sum = 0;
  let slopeSum = 0;
  let footprintSum = 0;
  for (let i = first; i <= last; i++) {
    // From the end of the pixel's reach, so that a footprint of one pixel weighs exactly 1 - t and t.
    const after = i > x;
    const inside = (after ? x - (i - reach) : i + reach - x) / width;
    const pull = filter.slope(inside, cubicCoefficient);
    const w = filter.weight(inside, cubicCoefficient);
    const dx = (after ? pull : -pull) / width;
    const dfootprint = (pull * (filter.radius - inside)) / footprint;
    const pixel = padding.repeats ? i - size * Math.floor(i / size) : i;
    const k = from + (meetsAll ? pixel : i - first);
    index[k] = pixel;
    weight[k] += w;
    slope[k] += dx;
    footprintSlope[k] += dfootprint;
    sum += w;
    slopeSum += dx;
    footprintSum += dfootprint;
  }
  for (let k = from; k < from + count; k++) {
    if (index[k] < 0) continue;
    const w = weight[k] / sum;
    slope[k] = scale[p] * ((covered.inside * (slope[k] - w * slopeSum)) / sum + w * covered.slope);
    footprintSlope[k] = (covered.inside * (footprintSlope[k] - w * footprintSum)) / sum + w * covered.footprintSlope;
    weight[k] = covered.inside * w;
  }
  const outside = 1 - covered.inside;
  // Where fill is not finite, what is outside by mere rounding reads none of it, as without antialias.
  if (axis.fillsNonFinite && outside * footprint <= COORDINATE_ROUNDING * (Math.abs(x) + size) + error) return;
  taps.outside[p] = outside;
  taps.outsideSlope[p] = -scale[p] * covered.slope;
  taps.outsideFootprintSlope[p] = -covered.footprintSlope;
}
