import fc from 'fast-check';
import { sampleCase } from '../arbitraries/cases.js';
import { coordinateGradient, type SampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import type { Check, CheckContext, Covers, Subject } from '../check.js';
import { evaluate } from '../evaluate.js';
import { pixelsPerUnit } from '../oracle/taps.js';
import { forAllCases } from '../property.js';
import { requireClose } from '../relate.js';
import { MODE_TRAITS } from '../tolerance/mode-traits.js';
import { precisionOf } from '../tolerance/precision.js';

/** White, and others; all of them numbers of float16. */
export const CONSTANTS: readonly number[] = [255, 1, 0.8125, -3, 2 ** -12, 1365 / 4096];

/** An image of one value inside a fill of the same value is that value everywhere, and flat. */
export const constantChecks: readonly Check[] = (['gridSample', 'affineSample'] as const).flatMap((op) =>
  ([2, 3] as const).map((dimensions): Check => {
    const covers = { op, dimensions };
    return {
      id: `law/constants/${op}/${dimensions}-D`,
      title: 'a constant image is that constant wherever it is sampled, exactly unless bicubic, and has no slope',
      kind: 'law',
      covers,
      applies: (backend) => cellsOf(backend, covers).length > 0,
      run: (context) => {
        const cases = fc.constantFrom(...cellsOf(context.backend, covers)).chain((cell) =>
          fc.tuple(sampleCase(cell), fc.constantFrom(...CONSTANTS)).map(([c, constant]): SampleCase => {
            const { shape, data } = c.image;
            const image = { shape, data: new Float32Array(data.length).fill(constant) };
            return { ...c, image, options: { ...c.options, fillValue: constant } };
          }),
        );
        return forAllCases(context, cases, (c) => holds(context, c));
      },
    };
  }),
);

/** The declared cells of modes that keep a constant. */
function cellsOf(backend: Subject, covers: Covers & { readonly op: 'gridSample' | 'affineSample' }): readonly Cell[] {
  return declaredCells(backend, covers).filter(({ mode }) => MODE_TRAITS[mode].weightsSumToOne);
}

async function holds(context: CheckContext, c: SampleCase): Promise<void> {
  const { unit } = precisionOf(context.backend.capabilities);
  const { mode, alignCorners, fillValue: constant = 0 } = c.options;
  const { constantUlps, roundings, largestSums } = MODE_TRAITS[mode];
  const size = Math.abs(constant);

  const output = await evaluate(c, 'output');
  // An ulp is twice the unit roundoff of the power of two below.
  const slack = constantUlps * 2 * unit * 2 ** Math.floor(Math.log2(size));
  requireClose(c, 'output', output, new Float64Array(output.length).fill(constant), () => slack, 'the constant');

  // Slopes cancel only up to the rounding of their terms, each at most K times the constant times dy.
  const total = Array.from(c.dy.data, Math.abs).reduce((sum, dy) => sum + dy, 0);
  const scale = Math.max(...c.image.shape.slice(1, -1).map((size) => pixelsPerUnit(size, alignCorners)));
  const slopeSlack = (roundings + c.dy.data.length) * largestSums.slopes * unit * scale * total * size;
  const gradient = coordinateGradient(c.op);
  const got = await evaluate(c, gradient);
  requireClose(c, gradient, got, new Float64Array(got.length), () => slopeSlack, 'the slope of a constant image');
}
