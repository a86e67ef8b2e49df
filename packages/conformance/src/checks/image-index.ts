import { dispose, type Tensor, type Tensor1D, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { coordinateGradient, coordinatesOf, type SampleCase } from '../case.js';
import { declaredCells } from '../cells.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { callCore, evaluate, toTensor } from '../evaluate.js';
import { forAllCases } from '../property.js';
import { take } from '../rearrange.js';
import { requireRefused } from '../refused.js';
import { evaluated, requireClose, requireRelated, spread } from '../relate.js';
import { identityCase } from './identity.js';

/** `imageIndex`, or one image for all crops, equals a batch in which every crop has a copy of its image. */
export const imageIndexChecks: readonly Check[] = [
  ...(['gridSample', 'affineSample'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, dimensions };
      return {
        id: `law/image-index/${op}/${dimensions}-D`,
        title: 'imageIndex, or one image for all crops, equals the expanded batch, and gradients of copies add up',
        kind: 'law',
        covers,
        applies: (backend) => declares(backend, covers),
        run: (context) => {
          const cases = anyCell(context.backend, covers).chain((cell) => sampleCase(cell));
          return forAllCases(context, cases, (c) => holds(context, c));
        },
      };
    }),
  ),
  ...(['gridSample', 'affineSample', 'crop'] as const).map((op): Check => {
    const covers = { op };
    return {
      id: `edge/image-index-tensor/${op}`,
      title: 'imageIndex may be a tensor where the backend declares synchronous reads; elsewhere it throws UNSUPPORTED',
      kind: 'edge',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => takesTensor(context, op),
    };
  }),
];

async function holds(context: CheckContext, c: SampleCase): Promise<void> {
  const images = c.image.shape[0];
  const crops = c.dy.shape[0];
  const index = c.options.imageIndex ?? Array.from({ length: crops }, (_, n) => (images === 1 ? 0 : n));
  const { imageIndex: _, ...options } = c.options;
  const expanded = { ...c, image: take(c.image, 0, index), options };

  for (const quantity of ['output', coordinateGradient(c.op)] as const) {
    await requireRelated(
      context,
      c,
      quantity,
      await evaluated(expanded, quantity),
      'with a copy of the image per crop it',
    );
  }

  const perImage = c.image.data.length / images;
  const sums = new Float64Array(c.image.data.length);
  const slack = Float64Array.from(spread(context, c, 'dImage'));
  const slackOfCopies = spread(context, expanded, 'dImage');
  (await evaluate(expanded, 'dImage').then(Array.from<number>)).forEach((value, i) => {
    const element = index[Math.floor(i / perImage)] * perImage + (i % perImage);
    sums[element] += value;
    slack[element] += slackOfCopies[i];
  });
  const got = await evaluate(c, 'dImage');
  requireClose(c, 'dImage', got, sums, (element) => slack[element], 'the sum over the copies of the image');
}

/** The same call with numbers and with a tensor for imageIndex. */
async function takesTensor({ backend }: CheckContext, op: SampleCase['op']): Promise<void> {
  const [cell] = declaredCells(backend, { op });
  const c = identityCase(cell, [2, ...Array<number>(cell.dimensions).fill(4), 1], 1);
  const numbers = [1, 0];
  const sampled = (imageIndex: number[] | Tensor1D): Tensor =>
    tidy(() => callCore(c, toTensor(c.image), toTensor(coordinatesOf(c)), { ...c.options, imageIndex }));
  const given = tensor1d(numbers, 'int32');
  try {
    if (!backend.capabilities.syncReads) {
      requireRefused('UNSUPPORTED', () => sampled(given));
      return;
    }
    const [got, expected] = [sampled(given), sampled(numbers)];
    const answers = [await got.data(), await expected.data()];
    dispose([got, expected]);
    requireClose(c, 'output', answers[0], answers[1], () => 0, 'with numbers it');
  } finally {
    given.dispose();
  }
}
