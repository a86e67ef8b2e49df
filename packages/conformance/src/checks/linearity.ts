import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { noise } from '../arbitraries/noise.js';
import { noiseSeed } from '../arbitraries/sizes.js';
import type { SampleCase } from '../case.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { evaluate } from '../evaluate.js';
import { forAll } from '../property.js';
import { requireClose } from '../relate.js';
import { MODE_TRAITS } from '../tolerance/mode-traits.js';
import { precisionOf } from '../tolerance/precision.js';

/** Sampling is linear in the image: f(a·u + b·v) = a·f(u) + b·f(v), at the very same coordinates. */
export const linearityChecks: readonly Check[] = (['gridSample', 'affineSample'] as const).flatMap((op) =>
  ([2, 3] as const).map((dimensions): Check => {
    const covers = { op, dimensions };
    return {
      id: `law/linearity/${op}/${dimensions}-D`,
      title: 'sampling is linear in the image: f(a·u + b·v) = a·f(u) + b·f(v)',
      kind: 'law',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => {
        const factor = fc.integer({ min: -4, max: 4 });
        const drawn = fc.tuple(
          anyCell(context.backend, covers).chain((cell) => sampleCase(cell)),
          noiseSeed,
          factor,
          factor,
        );
        return forAll(
          context,
          drawn,
          ([c, seed, a, b]) => holds(context, c, seed, a, b),
          ([c, seed, a, b]) =>
            `v is noise of seed ${seed}, a = ${a}, b = ${b}, and u is the image in\n${describeCase(c)}`,
        );
      },
    };
  }),
);

async function holds(context: CheckContext, c: SampleCase, seed: number, a: number, b: number): Promise<void> {
  const { shape, data: u } = c.image;
  const { data: v } = noise(shape, seed);
  const combined = Float32Array.from(v, (value, i) => a * u[i] + b * value);
  const sampled = (image: ArrayLike<number>): Promise<ArrayLike<number>> =>
    evaluate({ ...c, image: { shape, data: image }, options: { ...c.options, fillValue: 0 } }, 'output');

  const [ofU, ofV, ofBoth] = [await sampled(u), await sampled(v), await sampled(combined)];
  const expected = Array.from(ofU, (value, i) => a * value + b * ofV[i]);
  // The noise has magnitude 1; each of the three results is rounded, and so is the combined image.
  const { unit } = precisionOf(context.backend.capabilities);
  const slack = 3 * MODE_TRAITS[c.options.mode].roundings * unit * (Math.abs(a) + Math.abs(b));
  requireClose(c, 'output', ofBoth, expected, () => slack, 'a·f(u) + b·f(v)');
}
