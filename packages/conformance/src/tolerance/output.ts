import type { SampleCase } from '../case.js';
import { pointsOf } from '../oracle/points.js';
import { blends, blockUnder } from './block.js';
import { type AxisCandidates, candidatesAt } from './candidates.js';
import { eachPlace } from './each-place.js';
import { mayReadNonFiniteFill, nonFiniteResults, readingOfFill } from './fill.js';
import { type Accepted, around, hull, type Interval } from './interval.js';
import { MODE_TRAITS } from './mode-traits.js';
import type { Precision } from './precision.js';
import { largestPixel, rounding } from './rounding.js';

/**
 * What every element of a sampled output may be: the hull of the values that rounded coordinates lead to, widened by
 * the rounding of the value itself; for nearest the set of these values, as nothing lies between two pixels. A fill that
 * is not finite is what the points are that read it.
 */
export function acceptOutput(c: SampleCase, precision: Precision): Accepted[] {
  const points = pointsOf(c);
  const { mode, fillValue = 0 } = c.options;
  const hasFiniteFill = Number.isFinite(fillValue);
  const filled: SampleCase = hasFiniteFill ? c : { ...c, options: { ...c.options, fillValue: 0 } };
  const channels = c.image.shape[c.image.shape.length - 1];
  const { picksOnePixel, largestSums, roundings } = MODE_TRAITS[mode];
  const bound = (largestSums.weights ** points.axes.length + roundings * precision.unit) * largestPixel(filled);
  const accepted: Accepted[] = [];

  /** What the channels of a point of crop n are, given its candidates. */
  const blended = (candidates: readonly AxisCandidates[], n: number): Accepted[] => {
    const { values, peaks } = blockUnder(candidates, points, filled, points.imageOf(n));
    const choices = blends(
      values,
      channels,
      candidates.map(({ weights }) => weights),
    );
    const slack = rounding(c, candidates, precision);
    return Array.from({ length: channels }, (_, channel) => {
      const intervals: Interval[] = [];
      for (let i = channel; i < choices.length; i += channels)
        intervals.push(around(choices[i], slack * peaks[channel]));
      return picksOnePixel ? intervals : [hull(intervals)];
    });
  };

  eachPlace(points, precision, (n, s, point) => {
    const candidates = point && candidatesAt(point, n, s, points, precision);
    if (!candidates) {
      const interval = point ? around(0, bound) : around(fillValue);
      const filling = point && mayReadNonFiniteFill(c) ? nonFiniteResults(fillValue, mode) : [];
      for (let channel = 0; channel < channels; channel++) accepted.push([interval, ...filling]);
      return;
    }
    if (hasFiniteFill) {
      accepted.push(...blended(candidates, n));
      return;
    }
    const { inside, mayRead } = readingOfFill(candidates);
    const read = mayRead ? nonFiniteResults(fillValue, mode) : [];
    const others = inside ? blended(inside, n) : Array<Accepted>(channels).fill([]);
    accepted.push(...others.map((other) => [...other, ...read]));
  });
  return accepted;
}
