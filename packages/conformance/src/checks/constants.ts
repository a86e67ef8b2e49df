import { sampleCase } from '../arbitraries/cases.js';
import { anyCell } from '../arbitraries/cells.js';
import { coordinateGradient, type SampleCase } from '../case.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { evaluate } from '../evaluate.js';
import { pixelsPerUnit } from '../oracle/taps.js';
import { forAllCases } from '../property.js';
import { requireClose } from '../relate.js';
import { precisionOf } from '../tolerance/precision.js';
import { LARGEST_SUMS, ROUNDINGS } from '../tolerance/rounding.js';

const CONSTANT = 0.8125;

/** An image of one value inside a fill of the same value is that value everywhere, and flat. */
export const constantChecks: readonly Check[] = (['gridSample', 'affineSample'] as const).flatMap((op) =>
  ([2, 3] as const).map((dimensions): Check => {
    const covers = { op, dimensions };
    return {
      id: `law/constants/${op}/${dimensions}-D`,
      title: 'a constant image is reproduced wherever it is sampled, and has no slope',
      kind: 'law',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => {
        const cases = anyCell(context.backend, covers).chain((cell) => sampleCase(cell));
        return forAllCases(context, cases, (c) => holds(context, c));
      },
    };
  }),
);

async function holds(context: CheckContext, drawn: SampleCase): Promise<void> {
  const { unit } = precisionOf(context.backend.capabilities);
  const { mode, alignCorners } = drawn.options;
  const image = { shape: drawn.image.shape, data: new Float32Array(drawn.image.data.length).fill(CONSTANT) };
  const c: SampleCase = { ...drawn, image, options: { ...drawn.options, fillValue: CONSTANT } };

  const output = await evaluate(c, 'output');
  const slack = ROUNDINGS[mode] * unit * CONSTANT;
  requireClose(c, 'output', output, new Float64Array(output.length).fill(CONSTANT), () => slack, 'the constant');

  // Slopes cancel only up to the rounding of their terms, each at most K times the constant times dy.
  const total = Array.from(c.dy.data, Math.abs).reduce((sum, dy) => sum + dy, 0);
  const scale = Math.max(...c.image.shape.slice(1, -1).map((size) => pixelsPerUnit(size, alignCorners)));
  const slopeSlack = (ROUNDINGS[mode] + c.dy.data.length) * LARGEST_SUMS[mode].slopes * unit * scale * total;
  const gradient = coordinateGradient(c.op);
  const got = await evaluate(c, gradient);
  requireClose(c, gradient, got, new Float64Array(got.length), () => slopeSlack, 'the slope of a constant image');
}
