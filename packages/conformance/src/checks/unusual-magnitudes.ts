import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { coordinateGradient, type NdArray, type Quantity, type SampleCase } from '../case.js';
import type { Check, CheckContext } from '../check.js';
import { forAllCases } from '../property.js';
import { accept } from '../tolerance/index.js';
import { type Accepted, hull } from '../tolerance/interval.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';
import { perSampler } from './per-sampler.js';

/** Fills that a float16 cannot hold: too large, too small, with too many bits. */
const FLOAT32_FILLS = [70_000, 2049, 1e-8, -1 / 3, 1e30].map(Math.fround);
const FLOAT16_FILLS = [65_504, 2048, 2 ** -14, -1365 / 4096];

/** All noise times this is denormal. */
const TINY = 2 ** -130;
/** How far rounding to denormals may take a sum of them: much less than they are. */
const DENORMAL_SLACK = 2 ** -137;

/** Numbers as large and as small as the precision allows. */
export const unusualMagnitudeChecks: readonly Check[] = [
  ...perSampler(
    'edge/fills',
    { title: 'fillValue is read with all the bits that the precision has', kind: 'edge' },
    (context, covers) => {
      const fills = context.backend.capabilities.precision === 'f16' ? FLOAT16_FILLS : FLOAT32_FILLS;
      const cases = anyCell(context.backend, covers).chain((cell) =>
        fc
          .tuple(sampleCase(cell), fc.constantFrom(...fills))
          .map(([c, fillValue]): SampleCase => ({ ...c, options: { ...c.options, fillValue } })),
      );
      return forAllCases(context, cases, async (c) => {
        for (const quantity of ['output', coordinateGradient(c.op)] as const) await requireRight(context, c, quantity);
      });
    },
  ),
  ...perSampler(
    'edge/denormals',
    {
      title: 'denormal pixels, fills and dy are the numbers they are, or 0 where the capabilities say so',
      kind: 'edge',
    },
    (context, covers) => {
      const cases = anyCell(context.backend, covers).chain((cell) => sampleCase(cell, 'tame'));
      return forAllCases(context, cases, async (c) => {
        const fillValue = Math.fround((c.options.fillValue ?? 0) * TINY);
        const dim = { ...c, image: tiny(c.image), options: { ...c.options, fillValue } };
        for (const quantity of ['output', coordinateGradient(c.op)] as const) await requireTiny(context, dim, quantity);
        await requireTiny(context, { ...c, dy: tiny(c.dy) }, 'dImage');
      });
    },
  ).map((check) => ({
    ...check,
    applies: (backend: Parameters<Check['applies']>[0]) =>
      check.applies(backend) && backend.capabilities.precision === 'f32',
  })),
];

function requireRight(context: CheckContext, c: SampleCase, quantity: Quantity): Promise<void> {
  return verify(context, c, quantity, accept(c, quantity, precisionOf(context.backend.capabilities)));
}

function requireTiny(context: CheckContext, c: SampleCase, quantity: Quantity): Promise<void> {
  const { flushesDenormals = false } = context.backend.capabilities;
  const accepted = accept(c, quantity, precisionOf(context.backend.capabilities)).map((choices): Accepted => {
    const widened = choices.map(({ lo, hi }) => ({ lo: lo - DENORMAL_SLACK, hi: hi + DENORMAL_SLACK }));
    return flushesDenormals ? [hull([...widened, { lo: 0, hi: 0 }])] : widened;
  });
  return verify(context, c, quantity, accepted);
}

function tiny({ shape, data }: NdArray): NdArray {
  return { shape, data: Float32Array.from(data, (x) => x * TINY) };
}
