import type { SampleCase } from '../case.js';
import { pointsOf } from '../oracle/points.js';
import { eachPoint } from '../oracle/sample.js';
import { blends, blockUnder } from './block.js';
import { candidatesAt } from './candidates.js';
import { type Accepted, around, hull, type Interval } from './interval.js';
import type { Precision } from './precision.js';
import { LARGEST_SUMS, largestPixel, rounding } from './rounding.js';

/**
 * What every element of a sampled output may be: the hull of the values that rounded coordinates lead to, widened by
 * the rounding of the value itself; for nearest the set of these values, as nothing lies between two pixels.
 */
export function acceptOutput(c: SampleCase, precision: Precision): Accepted[] {
  const points = pointsOf(c);
  const { mode, fillValue = 0 } = c.options;
  const channels = c.image.shape[c.image.shape.length - 1];
  const bound = LARGEST_SUMS[mode].weights ** points.axes.length * largestPixel(c);
  const accepted: Accepted[] = [];
  eachPoint(points, (n, _s, point) => {
    const candidates = point && candidatesAt(point, n, points, precision);
    if (!candidates) {
      const interval = point ? around(0, bound) : around(fillValue);
      for (let channel = 0; channel < channels; channel++) accepted.push([interval]);
      return;
    }
    const { values, peaks } = blockUnder(candidates, points, c, points.imageOf(n));
    const choices = blends(
      values,
      channels,
      candidates.map(({ weights }) => weights),
    );
    const slack = rounding(c, candidates, precision);
    for (let channel = 0; channel < channels; channel++) {
      const intervals: Interval[] = [];
      for (let i = channel; i < choices.length; i += channels)
        intervals.push(around(choices[i], slack * peaks[channel]));
      accepted.push(mode === 'nearest' ? intervals : [hull(intervals)]);
    }
  });
  return accepted;
}
