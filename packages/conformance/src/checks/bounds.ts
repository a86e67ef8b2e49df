import { MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import type { SampleCase } from '../case.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { pointsOf } from '../oracle/points.js';
import { forAllCases } from '../property.js';
import { blockUnder } from '../tolerance/block.js';
import { candidatesAt } from '../tolerance/candidates.js';
import { eachPlace } from '../tolerance/each-place.js';
import type { Accepted, Interval } from '../tolerance/interval.js';
import { MODE_TRAITS } from '../tolerance/mode-traits.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';

/** How a number from -1 to 1 becomes a whole one: all white, anything that 8 bits hold, or white beside almost white. */
const WHOLE: readonly ((x: number) => number)[] = [
  () => 255,
  (x) => Math.round(127.5 * (x + 1)),
  (x) => (x < 0 ? 254 : 255),
];

/** The modes whose results lie between the pixels that they blend. */
const MODES_WITHIN = MODES.filter((mode) => !MODE_TRAITS[mode].weightsHaveBothSigns);

/** Nothing is brighter than white: weights that are not exactly 1 together may not lead beyond the pixels they blend. */
export const boundChecks: readonly Check[] = MODES_WITHIN.flatMap((mode) =>
  (['gridSample', 'affineSample', 'crop'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, mode, dimensions };
      return {
        id: `law/bounds/${op}/${mode}/${dimensions}-D`,
        title: 'of whole-number pixels, no result is beyond the largest or the smallest that it taps',
        kind: 'law',
        covers,
        applies: (backend) => declares(backend, covers),
        run: (context) => {
          const cases = anyCell(context.backend, covers).chain((cell) =>
            fc
              .tuple(sampleCase(cell), fc.constantFrom(...WHOLE), fc.constantFrom(0, 255))
              .map(([c, whole, fillValue]): SampleCase => {
                const image = { shape: c.image.shape, data: Array.from(c.image.data, whole) };
                return { ...c, image, options: { ...c.options, fillValue } };
              }),
          );
          return forAllCases(context, cases, (c) => verify(context, c, 'output', boundsOf(context, c)));
        },
      };
    }),
  ),
);

/** From the smallest to the largest of what each element may tap, wherever rounding leads its coordinates. */
export function boundsOf(context: CheckContext, c: SampleCase): Accepted[] {
  const precision = precisionOf(context.backend.capabilities);
  const points = pointsOf(c);
  const { fillValue = 0 } = c.options;
  const channels = c.image.shape[c.image.shape.length - 1];
  const anywhere = boundsOfAll([...Array.from(c.image.data), fillValue]);
  const accepted: Accepted[] = [];
  eachPlace(points, precision, (n, s, point) => {
    const candidates = point && candidatesAt(point, n, s, points, precision);
    const values = candidates && blockUnder(candidates, points, c, points.imageOf(n)).values;
    for (let channel = 0; channel < channels; channel++) {
      if (values) accepted.push([boundsOfAll(values.filter((_, i) => i % channels === channel))]);
      else accepted.push([point ? anywhere : { lo: fillValue, hi: fillValue }]);
    }
  });
  return accepted;
}

function boundsOfAll(values: Iterable<number>): Interval {
  return { lo: Math.min(...values), hi: Math.max(...values) };
}
