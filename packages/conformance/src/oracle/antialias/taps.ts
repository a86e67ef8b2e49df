import { type Extent, OUTSIDE, type Padded, reflected } from '../paddings.js';
import type { Axis, Tap } from '../taps.js';
import type { Filtering } from './filtering.js';

/** A tap whose weight also depends on how long the output pixel is. */
export interface FilteredTap extends Tap {
  readonly stretch: number;
}

/** A filter that is longer than so many repeated images averages them all, to the last digit of float32. */
const MOST_LAPS = 1024;

const NOTHING: readonly FilteredTap[] = [{ index: OUTSIDE, weight: 1, slope: 0, stretch: 0 }];

/**
 * The taps of a coordinate in pixels, whose output pixel is so long: their weights are normalised over the pixels that
 * there are, and under zeros times the part of the output pixel that is inside.
 */
export function filteredTaps(
  x: number,
  axis: Axis,
  length: number,
  { filter, widen }: Filtering,
): readonly FilteredTap[] {
  const { position, direction } = padded(x, axis);
  const reach = axis.paddingMode === 'wrap' ? Math.min(widen * length, MOST_LAPS * axis.size) : widen * length;
  const taps = placesWithin(position, filter.radius * reach, axis).map((place) => {
    const distance = (place - position) / reach;
    const slope = filter.slope(distance);
    return {
      index: place - axis.size * Math.floor(place / axis.size),
      weight: filter.value(distance),
      slope: (-direction * slope) / reach,
      stretch: (-slope * distance) / length,
    };
  });
  const inside = coverage(x, axis, length);
  const total = sum(taps.map(({ weight }) => weight));
  if (total === 0 || inside.part <= 0) return NOTHING;
  const totalSlope = sum(taps.map(({ slope }) => slope));
  const totalStretch = sum(taps.map(({ stretch }) => stretch));
  const weighted = taps.map((tap) => {
    const weight = tap.weight / total;
    const slope = (tap.slope - weight * totalSlope) / total;
    const stretch = (tap.stretch - weight * totalStretch) / total;
    return {
      index: tap.index,
      weight: inside.part * weight,
      slope: inside.part * slope + inside.slope * weight,
      stretch: inside.part * stretch + inside.stretch * weight,
    };
  });
  if (axis.paddingMode === 'wrap') return perPixel(weighted);
  if (axis.paddingMode !== 'zeros') return weighted;
  return [...weighted, { index: OUTSIDE, weight: 1 - inside.part, slope: -inside.slope, stretch: -inside.stretch }];
}

/** The taps of a repeated image, one for each pixel. */
function perPixel(taps: readonly FilteredTap[]): FilteredTap[] {
  const pixels = new Map<number, FilteredTap>();
  for (const { index, weight, slope, stretch } of taps) {
    const met = pixels.get(index) ?? { index, weight: 0, slope: 0, stretch: 0 };
    pixels.set(index, { index, weight: met.weight + weight, slope: met.slope + slope, stretch: met.stretch + stretch });
  }
  return [...pixels.values()];
}

/** Padding moves the coordinate before it is filtered, and leaves it the half pixels beyond the outermost centres. */
function padded(x: number, axis: Axis): Padded {
  switch (axis.paddingMode) {
    case 'border':
      return stuckAtEdges(x, axis);
    case 'reflection':
      return reflected(x, axis);
    default:
      return { position: x, direction: 1 };
  }
}

function stuckAtEdges(x: number, { size }: Extent): Padded {
  if (x <= -1 / 2) return { position: -1 / 2, direction: 0 };
  if (x >= size - 1 / 2) return { position: size - 1 / 2, direction: 0 };
  return { position: x, direction: 1 };
}

/** The pixels at most so far away; with wrap they go on beyond the ends. */
function placesWithin(position: number, radius: number, { size, paddingMode }: Axis): number[] {
  const [low, high] = [Math.ceil(position - radius), Math.floor(position + radius)];
  const [first, last] = paddingMode === 'wrap' ? [low, high] : [Math.max(0, low), Math.min(size - 1, high)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);
}

/** The part of an output pixel that lies inside, with its derivatives by the coordinate and by the length. */
function coverage(
  x: number,
  { size, paddingMode }: Axis,
  length: number,
): { part: number; slope: number; stretch: number } {
  const [low, high] = [x - length / 2, x + length / 2];
  if (paddingMode !== 'zeros') return { part: 1, slope: 0, stretch: 0 };
  const isWholeBelow = low >= -1 / 2;
  const isWholeAbove = high < size - 1 / 2;
  if (isWholeBelow && isWholeAbove) return { part: 1, slope: 0, stretch: 0 };
  const part = Math.max(0, Math.min(high, size - 1 / 2) - Math.max(low, -1 / 2)) / length;
  const ends = Number(isWholeBelow) + Number(isWholeAbove);
  return {
    part,
    slope: (Number(isWholeAbove) - Number(isWholeBelow)) / length,
    stretch: ends / (2 * length) - part / length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
