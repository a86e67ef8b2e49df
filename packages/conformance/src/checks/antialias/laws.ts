import fc from 'fast-check';
import { antialiasedCase } from '../../arbitraries/antialias.js';
import { coordinateGradient, type NdArray } from '../../case.js';
import type { Check, CheckContext } from '../../check.js';
import { evaluate } from '../../evaluate.js';
import type { AntialiasedCase } from '../../oracle/antialias/filtering.js';
import { forAllCases } from '../../property.js';
import { requireClose } from '../../relate.js';
import { accept } from '../../tolerance/index.js';
import { ANYTHING } from '../../tolerance/interval.js';
import { MODE_TRAITS } from '../../tolerance/mode-traits.js';
import { precisionOf } from '../../tolerance/precision.js';
import { verify } from '../../verify.js';
import { requireAdjoint } from '../adjoint.js';
import { boundsOf } from '../bounds.js';
import { CONSTANTS } from '../constants.js';
import { ofImageGradient } from '../second-order.js';
import { fewer, perOp } from './per-op.js';

/** What no antialiased crop may do: change a constant, go beyond white, or forget where its weights went. */
export const antialiasLawChecks: readonly Check[] = [
  ...perOp(
    'law/antialias-constants',
    { title: 'under antialias a constant image is that constant, exactly, and has no slope', kind: 'law' },
    (context, covers) => {
      const cases = fc
        .tuple(antialiasedCase(context.backend, covers), fc.constantFrom(...CONSTANTS))
        .map(([c, constant]): AntialiasedCase => {
          const image = { shape: c.image.shape, data: new Float32Array(c.image.data.length).fill(constant) };
          return { ...c, image, options: { ...c.options, fillValue: constant } };
        });
      return forAllCases(fewer(context, 1 / 2), cases, (c) => staysConstant(context, c));
    },
  ),
  ...perOp(
    'law/antialias-bounds',
    { title: 'white stays white: nothing is beyond the whole-number pixels that it averages', kind: 'law' },
    (context, covers) => {
      const cases = fc
        .tuple(antialiasedCase(context.backend, covers), fc.constantFrom(0, 255))
        .map(([c, fillValue]): AntialiasedCase => {
          return { ...c, image: underWhiteSky(c.image), options: { ...c.options, fillValue } };
        });
      return forAllCases(fewer(context, 1 / 2), cases, (c) => staysWithin(context, c));
    },
  ),
  ...perOp(
    'law/antialias-adjoint',
    { title: 'under antialias, too, the gradient of the image is the adjoint of the forward map', kind: 'law' },
    (context, covers) =>
      forAllCases(fewer(context, 1 / 4), antialiasedCase(context.backend, covers), (c) => {
        const linear = { ...c, options: { ...c.options, fillValue: 0 } };
        return requireAdjoint(context, linear, linear.image, 'dImage');
      }),
  ),
  ...perOp(
    'law/antialias-second-order',
    {
      title: "under antialias the image's gradient has the oracle's gradients, by dy and by the coordinates",
      kind: 'law',
    },
    (context, covers) =>
      forAllCases(fewer(context, 1 / 10), antialiasedCase(context.backend, covers), (c) =>
        ofImageGradient(context, c, c.dy.data.length),
      ),
  ),
];

async function staysConstant(context: CheckContext, c: AntialiasedCase): Promise<void> {
  const { fillValue: constant = 0 } = c.options;
  const output = await evaluate(c, 'output');
  requireClose(c, 'output', output, new Float64Array(output.length).fill(constant), () => 0, 'the constant');
  const gradient = coordinateGradient(c.op);
  await verify(context, c, gradient, accept(c, gradient, precisionOf(context.backend.capabilities)));
}

/** A filter with weights of both signs goes beyond what it averages, but not where that is all the same. */
function staysWithin(context: CheckContext, c: AntialiasedCase): Promise<void> {
  const goesBeyond = MODE_TRAITS[c.options.mode].weightsHaveBothSigns;
  const bounds = boundsOf(context, c).map((accepted) =>
    accepted.map((range) => (goesBeyond && range.lo !== range.hi ? ANYTHING : range)),
  );
  return verify(context, c, 'output', bounds);
}

/** Noise as 8 bits hold it, and the first half of every image white. */
function underWhiteSky({ shape, data }: NdArray): NdArray {
  const perImage = data.length / shape[0];
  return {
    shape,
    data: Float32Array.from(data, (x, i) => (2 * (i % perImage) < perImage ? 255 : Math.round(127.5 * (x + 1)))),
  };
}
