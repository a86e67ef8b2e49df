import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { affineSampleOffKinks, gridSampleOffKinks } from '../arbitraries/off-kinks.js';
import { coordinateGradient, type NdArray, type SampleCase, shapeOf } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { evaluate } from '../evaluate.js';
import { oracle } from '../oracle/index.js';
import { explained, forAll } from '../property.js';
import { accept } from '../tolerance/index.js';
import { accepts, formatAccepted } from '../tolerance/interval.js';
import { precisionOf } from '../tolerance/precision.js';
import { identityCase } from './identity.js';
import { perSampler } from './per-sampler.js';

const VALUES = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** A gradient that is not finite reaches the pixels and points that its output reads, and nothing beside them. */
export const unusualDyChecks: readonly Check[] = [
  ...perSampler(
    'edge/non-finite-dy',
    { title: 'a dy that is not finite reaches the gradients of what its output reads, and no others', kind: 'edge' },
    (context, covers) =>
      forAll(
        context,
        fc.tuple(
          anyCell(context.backend, covers).chain<SampleCase>((cell) =>
            cell.op === 'gridSample' ? gridSampleOffKinks(cell) : affineSampleOffKinks(cell),
          ),
          fc.nat(),
          fc.constantFrom(...VALUES),
        ),
        ([c, draw, value]) => staysWhereItIsRead(context, c, draw % c.dy.data.length, value),
        ([c, draw, value]) => described(c, draw % c.dy.data.length, value),
      ),
  ),
  ...(['gridSample', 'affineSample', 'crop'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, dimensions };
      return {
        id: `edge/weightless-dy/${op}/${dimensions}-D`,
        title: 'on whole pixels, a dy that is not finite does not reach the neighbours, whose weight is exactly 0',
        kind: 'edge',
        covers,
        applies: (backend) => declares(backend, covers),
        async run(context) {
          for (const cell of declaredCells(context.backend, { op, dimensions }))
            await staysOnWholePixels(context, cell);
        },
      };
    }),
  ),
];

/** The first pixel, the last, and one between, each once; all numbers on the way to a pixel are exact in float32. */
async function staysOnWholePixels(context: CheckContext, cell: Cell): Promise<void> {
  const size = Array<number>(cell.dimensions).fill(cell.alignCorners ? 5 : 4);
  const c = identityCase(cell, [1, ...size, 2], 3);
  const last = c.dy.data.length - 1;
  for (const [i, bad] of [0, (last + 1) / 2, last].entries()) {
    const at = Math.floor(bad);
    await explained(
      () => described(c, at, VALUES[i]),
      () => staysWhereItIsRead(context, c, at, VALUES[i]),
    );
  }
}

function described(c: SampleCase, bad: number, value: number): string {
  return `dy${placeOf(bad, c.dy.shape)} is ${value} in\n${describeCase(c)}`;
}

async function staysWhereItIsRead(context: CheckContext, c: SampleCase, bad: number, value: number): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  const clean = { ...c, dy: replaced(c.dy, bad, 0) };
  const broken = { ...c, dy: replaced(c.dy, bad, value) };
  const reads = oracle({ ...c, dy: oneHot(c.dy.shape, bad) }, 'dImage');
  const dImage = await evaluate(broken, 'dImage');
  for (const [element, accepted] of accept(clean, 'dImage', precision).entries()) {
    const got = dImage[element];
    if (reads[element] === 0 ? accepts(accepted, got) : !Number.isFinite(got)) continue;
    const what = reads[element] === 0 ? `${formatAccepted(accepted)}, as it has no part in it` : 'it to be not finite';
    throw new CheckFailure(`dImage${placeOf(element, c.image.shape)}: expected ${what}, got ${got}`);
  }

  // Of a point, or of a crop whose theta sums all of its points, all that is told is what is not touched at all.
  const gradient = coordinateGradient(c.op);
  const shape = shapeOf(c, gradient);
  const owners = c.op === 'gridSample' ? c.dy.data.length / c.dy.shape[c.dy.shape.length - 1] : shape[0];
  const owner = Math.floor((bad * owners) / c.dy.data.length);
  const slopes = await evaluate(broken, gradient);
  for (const [element, accepted] of accept(clean, gradient, precision).entries()) {
    const isTouched = Math.floor((element * owners) / slopes.length) === owner;
    if (isTouched || accepts(accepted, slopes[element])) continue;
    const expected = `${formatAccepted(accepted)}, as it has no part in it`;
    throw new CheckFailure(`${gradient}${placeOf(element, shape)}: expected ${expected}, got ${slopes[element]}`);
  }
}

function replaced({ shape, data }: NdArray, at: number, value: number): NdArray {
  return { shape, data: Array.from(data, (x, i) => (i === at ? value : x)) };
}

function oneHot(shape: readonly number[], at: number): NdArray {
  const data = new Float32Array(shape.reduce((product, length) => product * length, 1));
  data[at] = 1;
  return { shape, data };
}
