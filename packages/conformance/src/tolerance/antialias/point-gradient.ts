import type { AntialiasedCase } from '../../oracle/antialias/filtering.js';
import { OUTSIDE } from '../../oracle/paddings.js';
import { pointsOf } from '../../oracle/points.js';
import { pixelsPerUnit } from '../../oracle/taps.js';
import { blends, blockUnder } from '../block.js';
import { type AxisCandidates, candidatesAt } from '../candidates.js';
import { eachPlace } from '../each-place.js';
import { readingOfFill } from '../fill.js';
import { sumOverChannels } from '../grid-gradient.js';
import { ANYTHING, type Interval } from '../interval.js';
import type { Precision } from '../precision.js';
import { rounding } from '../rounding.js';
import { type FootprintRange, footprintRange } from './footprint.js';

/** What the gradient of output pixel s of crop n may be. */
export interface PointRange {
  readonly n: number;
  readonly s: number;
  readonly footprints: readonly FootprintRange[];
  /** By its normalised coordinates, x first. */
  readonly byPoint: readonly Interval[];
  /** By its length in the image along each axis. */
  readonly byLength: readonly Interval[];
}

/** The sum of an axis's slopes, without their signs, is below this over the length of an output pixel. */
const LARGEST_SLOPES = 4;

/** What the gradient of every point may be: the hull over what rounding leads to, and the rounding of the slopes' terms. */
export function pointRanges(c: AntialiasedCase, precision: Precision): PointRange[] {
  const points = pointsOf(c);
  const { axes, perCrop } = points;
  const channels = c.image.shape[c.image.shape.length - 1];
  const hasFiniteFill = Number.isFinite(c.options.fillValue ?? 0);
  const filled: AntialiasedCase = hasFiniteFill ? c : { ...c, options: { ...c.options, fillValue: 0 } };
  const ranges: PointRange[] = [];
  eachPlace(points, precision, (n, s, point) => {
    if (!point) return;
    const footprints = axes.map((_, k) => footprintRange(n, s, k, points, precision.unit));
    const all = candidatesAt(point, n, s, points, precision);
    const candidates = all && (hasFiniteFill ? all : withoutFill(all));
    if (!candidates) {
      const anything = axes.map(() => ANYTHING);
      ranges.push({ n, s, footprints, byPoint: anything, byLength: anything });
      return;
    }
    const start = (n * perCrop + s) * channels;
    const dy = Array.from({ length: channels }, (_, channel) => c.dy.data[start + channel]);
    const { values, peaks } = blockUnder(candidates, points, filled, points.imageOf(n));
    const weighted = sumOverChannels(values, dy);
    const reach = dy.reduce((sum, value, channel) => sum + Math.abs(value) * peaks[channel], 0);
    const range = (slopesOf: (axis: AxisCandidates) => readonly (readonly number[])[], along: number): Interval => {
      const slopes = blends(
        weighted,
        1,
        candidates.map((axis, k) => (k === along ? slopesOf(axis) : axis.weights)),
      );
      const part = Math.min(rounding(c, candidates, precision) / coverageOf(candidates[along]), LARGEST_SLOPES);
      const slack = (part * reach) / footprints[along].length.lo;
      return { lo: Math.min(...slopes) - slack, hi: Math.max(...slopes) + slack };
    };
    ranges.push({
      n,
      s,
      footprints,
      byPoint: axes.map(({ size, alignCorners }, k) => {
        const { lo, hi } = range(({ slopes }) => slopes, k);
        const scale = pixelsPerUnit(size, alignCorners);
        return { lo: scale * lo, hi: scale * hi };
      }),
      byLength: axes.map((_, k) => range(({ stretches }) => stretches, k)),
    });
  });
  return ranges;
}

/** The candidates that read no fill, or undefined where one may read it, so that nothing is known. */
function withoutFill(candidates: readonly AxisCandidates[]): readonly AxisCandidates[] | undefined {
  const { inside, mayRead } = readingOfFill(candidates);
  return mayRead ? undefined : inside;
}

/** The part of the output pixel that is inside: weights of a small part are normalised by a small sum. */
function coverageOf({ outside, pixels }: AxisCandidates): number {
  const isAllOutside = pixels.every((pixel) => pixel === OUTSIDE);
  return isAllOutside ? 1 : Math.max(0, 1 - Math.max(...outside));
}
