import { grad, type Tensor, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { affineGridCase, sampleCase } from '../arbitraries/cases.js';
import { noise } from '../arbitraries/noise.js';
import { noiseSeed } from '../arbitraries/sizes.js';
import {
  type AffineGridCase,
  type Case,
  coordinateGradient,
  coordinatesOf,
  type NdArray,
  type Quantity,
  type SampleCase,
} from '../case.js';
import { declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { callCore, toTensor } from '../evaluate.js';
import { channelsLast, inLayout } from '../layout.js';
import { forAll } from '../property.js';
import { requireRefused } from '../refused.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { requireAccepted } from '../verify.js';
import { identityCase } from './identity.js';

/** Each random case is several calls: fewer of them do. */
const CASES_PER_RUN = 1 / 10;

/**
 * What can be differentiated twice: the gradients of what is linear in its input are themselves linear, in dy, and read
 * backwards they are the sampler, or the grid, of what flows into them. All else says that it cannot be.
 */
export const secondOrderChecks: readonly Check[] = [
  ...(['gridSample', 'affineSample', 'crop'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, dimensions };
      return {
        id: `law/second-order/${op}/${dimensions}-D`,
        title: "the image's gradient has the oracle's gradients, by dy and by the coordinates, within rounding",
        kind: 'law',
        covers,
        applies: (backend) => declares(backend, covers),
        run: (context) =>
          twice(
            context,
            anyCell(context.backend, covers).chain((cell) => sampleCase(cell)),
            ofImageGradient,
          ),
      };
    }),
  ),
  ...([2, 3] as const).map((dimensions): Check => {
    const covers = { op: 'affineGrid', dimensions } as const;
    return {
      id: `law/second-order/affineGrid/${dimensions}-D`,
      title: "the gradient of affineGrid has the oracle's gradient by what flows into it, within rounding",
      kind: 'law',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) =>
        twice(
          context,
          fc.boolean().chain((alignCorners) => affineGridCase({ alignCorners, dimensions })),
          ofGridGradient,
        ),
    };
  }),
  ...(
    [
      ['gridSample', 'GridSampleGradGrid', 'grid'],
      ['affineSample', 'AffineSampleGradTheta', 'theta'],
    ] as const
  ).map(([op, kernel, coordinates]): Check => {
    const covers = { op };
    return {
      id: `error/second-order/${op}`,
      title: 'what cannot be differentiated twice throws UNSUPPORTED, and names the kernel and the input',
      kind: 'edge',
      covers,
      applies: (backend) => backend.capabilities.order === 1 && declares(backend, covers),
      run: (context) => refuses(context, op, kernel, coordinates),
    };
  }),
];

async function twice<C extends Case>(
  context: CheckContext,
  cases: fc.Arbitrary<C>,
  holds: (context: CheckContext, c: C, seed: number) => Promise<void>,
): Promise<void> {
  await forAll(
    { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) },
    fc.tuple(cases, noiseSeed),
    ([c, seed]) => holds(context, c, seed),
    ([c, seed]) => `what flows into the gradient is noise of seed ${seed}, in\n${describeCase(c)}`,
  );
}

/** ⟨v, dImage⟩ is ⟨dy, the samples of v⟩ without a fill: so its gradients are those samples, and theirs by coordinates. */
export async function ofImageGradient(context: CheckContext, c: SampleCase, seed: number): Promise<void> {
  const { dataFormat } = c.options;
  const v = noise(c.image.shape, seed);
  const image = (): Tensor => toTensor(inLayout(c.image, dataFormat));
  const dy = (): Tensor => toTensor(inLayout(c.dy, dataFormat));
  const into = (): Tensor => toTensor(inLayout(v, dataFormat));
  const coordinates = (): Tensor => toTensor(coordinatesOf(c));
  const dImage = (y: Tensor, x: Tensor): Tensor => grad((i: Tensor) => callCore(c, i, x))(image(), y);

  const byDy = await read(() => grad((y: Tensor) => dImage(y, coordinates()))(dy(), into()));
  const byCoordinates = await read(() => grad((x: Tensor) => dImage(dy(), x))(coordinates(), into()));
  const expected: SampleCase = { ...c, image: v, options: { ...c.options, fillValue: 0 } };
  const samples = dataFormat === 'NCHW' ? channelsLast(byDy) : byDy;
  requireRight(context, expected, 'output', samples.data);
  requireRight(context, expected, coordinateGradient(c.op), byCoordinates.data);
}

async function ofGridGradient(context: CheckContext, c: AffineGridCase, seed: number): Promise<void> {
  const v = noise(c.theta.shape, seed);
  const dTheta = (y: Tensor): Tensor => grad((theta: Tensor) => callCore(c, theta, theta))(toTensor(c.theta), y);
  const byDy = await read(() => grad(dTheta)(toTensor(c.dy), toTensor(v)));
  requireRight(context, { ...c, theta: v }, 'output', byDy.data);
}

async function refuses(
  { backend }: CheckContext,
  op: 'gridSample' | 'affineSample',
  kernel: string,
  coordinates: 'grid' | 'theta',
): Promise<void> {
  // The gradients of nearest by the points are 0, and so are their own.
  const cell = declaredCells(backend, { op }).find(({ mode }) => mode !== 'nearest');
  if (!cell) return;
  const c = identityCase(cell, [1, ...Array<number>(cell.dimensions).fill(3), 1], 1);
  const arrays = { dy: c.dy, image: c.image, [coordinates]: coordinatesOf(c) };
  for (const [input, array] of Object.entries(arrays)) {
    const slopes = (moved: Tensor): Tensor => {
      const given = (name: string, still: NdArray): Tensor => (name === input ? moved : toTensor(still));
      const image = given('image', c.image);
      return grad((x: Tensor) => callCore(c, image, x))(given(coordinates, coordinatesOf(c)), given('dy', c.dy));
    };
    const { message } = requireRefused('UNSUPPORTED', () => grad(slopes)(toTensor(array)), `by ${input}`);
    const name = `${kernel}: its gradient by ${input}`;
    if (!message.includes(name)) throw new CheckFailure(`expected '${name}' in the message, got: ${message}`);
  }
}

async function read(make: () => Tensor): Promise<NdArray> {
  const result = tidy(make);
  const data = await result.data();
  result.dispose();
  return { shape: result.shape, data };
}

function requireRight(context: CheckContext, c: Case, quantity: Quantity, got: ArrayLike<number>): void {
  requireAccepted(c, quantity, accept(c, quantity, precisionOf(context.backend.capabilities)), got);
}
