import { grad, type Tensor, type Tensor1D, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { coordinateGradient, coordinatesOf, type NdArray, type Quantity, type SampleCase } from '../case.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { callCore, toTensor } from '../evaluate.js';
import { channelsLast, inLayout } from '../layout.js';
import { forAllCases } from '../property.js';
import { spread } from '../relate.js';
import { accept } from '../tolerance/index.js';
import { type Accepted, widened } from '../tolerance/interval.js';
import { precisionOf } from '../tolerance/precision.js';
import { requireAccepted } from '../verify.js';
import { SAMPLERS } from './calls.js';

/** Each random case is several calls: fewer of them do. */
const CASES_PER_RUN = 1 / 10;
/** What the channels are filled with, in turn. */
const FILLS = [0.75, -2, 0, 5];

/** A fill of its own for each channel, which core composes of a sample without fill and the weight of what is inside. */
export const channelFillChecks: readonly Check[] = SAMPLERS.map((covers): Check => {
  const { op, dimensions } = covers;
  return {
    id: `law/channel-fill/${op}/${dimensions}-D`,
    title: 'each channel has the fill that is given for it, whose gradient is what flows outside',
    kind: 'law',
    covers,
    applies: (backend) => declares(backend, covers),
    run: (context) => {
      const cases = anyCell(context.backend, covers).chain((cell) => sampleCase(cell));
      const few = { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) };
      return forAllCases(few, cases, (c) => isFilled(context, c));
    },
  };
});

async function isFilled(context: CheckContext, c: SampleCase): Promise<void> {
  const channels = c.image.shape[c.image.shape.length - 1];
  const fills = Array.from({ length: channels }, (_, channel) => FILLS[channel % FILLS.length]);
  const output = await answered(c, (image, points) => call(c, image, points, fills), 'output');
  // The oracle knows one fill: each channel is taken of the case that has its own.
  const each = fills.map((fill) => acceptedOf(context, withFill(c, fill), 'output'));
  const accepted = each[0].map((_, i) => each[i % channels][i]);
  requireAccepted(c, 'output', accepted, output);

  const gradient = coordinateGradient(c.op);
  const alike = fills.map(() => FILLS[0]);
  const dy = (): Tensor => toTensor(inLayout(c.dy, c.options.dataFormat));
  const slopes = await answered(
    c,
    (image, points) => grad((x: Tensor) => call(c, image, x, alike))(points, dy()),
    gradient,
  );
  requireAccepted(c, gradient, acceptedOf(context, withFill(c, FILLS[0]), gradient), slopes);

  const dFill = await answered(
    c,
    (image, points) => grad((fill: Tensor) => call(c, image, points, fill as Tensor1D))(tensor1d(fills), dy()),
    gradient,
  );
  requireFlowOutside(context, c, dFill);
}

function call(c: SampleCase, image: Tensor, points: Tensor, fillValue: readonly number[] | Tensor1D): Tensor {
  return callCore(c, image, points, { ...c.options, fillValue });
}

/** What a call with the case's tensors gives; results that have channels are laid out [N,…,C]. */
async function answered(
  c: SampleCase,
  run: (image: Tensor, points: Tensor) => Tensor,
  quantity: Quantity,
): Promise<ArrayLike<number>> {
  const { dataFormat } = c.options;
  const result = tidy(() => run(toTensor(inLayout(c.image, dataFormat)), toTensor(coordinatesOf(c))));
  const read: NdArray = { shape: result.shape, data: await result.data() };
  result.dispose();
  return quantity === 'output' && dataFormat === 'NCHW' ? channelsLast(read).data : read.data;
}

function withFill(c: SampleCase, fillValue: number): SampleCase {
  return { ...c, options: { ...c.options, fillValue } };
}

/** What a composed result may be: it is a sum of two samples, each of which may be off, and rounded. */
function acceptedOf(context: CheckContext, c: SampleCase, quantity: Quantity): Accepted[] {
  const black = { shape: c.image.shape, data: new Float32Array(c.image.data.length) };
  const [ofAll, ofFill] = [c, { ...c, image: black }].map((one) => spread(context, one, quantity));
  const accepted = accept(c, quantity, precisionOf(context.backend.capabilities));
  return accepted.map((one, i) => widened(one, ofAll[i] + ofFill[i]));
}

/** The gradient of a fill is the sum of dy times the weight outside: what is filled with 1 around an image of zeros. */
function requireFlowOutside(context: CheckContext, c: SampleCase, got: ArrayLike<number>): void {
  const { unit } = precisionOf(context.backend.capabilities);
  const channels = got.length;
  const black = { shape: c.image.shape, data: new Float32Array(c.image.data.length) };
  const weights = acceptedOf(context, { ...withFill(c, 1), image: black }, 'output');
  for (let channel = 0; channel < channels; channel++) {
    let [lo, hi, mass] = [0, 0, 0];
    for (let i = channel; i < weights.length; i += channels) {
      const ends = weights[i].flatMap((one) => [one.lo * c.dy.data[i], one.hi * c.dy.data[i]]);
      lo += Math.min(...ends);
      hi += Math.max(...ends);
      mass += Math.max(...ends.map(Math.abs), Math.abs(c.dy.data[i]));
    }
    const slack = (weights.length / channels + 8) * unit * mass;
    if (got[channel] >= lo - slack && got[channel] <= hi + slack) continue;
    throw new CheckFailure(`dFill[${channel}]: expected [${lo - slack}, ${hi + slack}], got ${got[channel]}`);
  }
}
