import { engine, grad, memory, type Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { type Case, coordinatesOf, type Quantity } from '../case.js';
import { declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { callCore, evaluate, toTensor } from '../evaluate.js';
import { inLayout } from '../layout.js';
import { explained, forAllCases } from '../property.js';
import { held } from '../tolerance/held.js';
import { accepts, around } from '../tolerance/interval.js';
import { type Precision, precisionOf } from '../tolerance/precision.js';
import { perFunction, quantitiesOf } from './calls.js';
import { identityCase } from './identity.js';

/** So many calls of the same kind show a leak that does not come with each of them. */
const REPEATS = 23;
/** How many random calls are repeated. */
const REPEATED = 3;
/** Half floats below this may be flushed to 0. */
const FLUSHED = 2 ** -14;

/** What kernels owe the memory they are lent: nothing is left behind, no input is written to, no result is borrowed. */
export const ownershipChecks: readonly Check[] = [
  ...perFunction(
    'edge/no-leak',
    { title: 'no tensor, no data and no byte is left behind, forward and backward, however often', kind: 'edge' },
    async (context, cases) => {
      await forAllCases(context, cases, (c) => leavesNothing(c, 1));
      // A failure's path replays a case of the above.
      if (context.path !== undefined) return;
      for (const c of fc.sample(cases, { numRuns: REPEATED, seed: context.seed })) {
        await explained(
          () => describeCase(c),
          () => leavesNothing(c, REPEATS),
        );
      }
    },
  ),
  ...perFunction(
    'edge/inputs-untouched',
    { title: 'the inputs are bit for bit what they were, and the result is not one of them', kind: 'edge' },
    (context, cases) => forAllCases(context, cases, (c) => leavesInputsAlone(context, c)),
  ),
  ...(['gridSample', 'affineSample', 'crop'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, dimensions };
      return {
        id: `edge/identity-owned/${op}/${dimensions}-D`,
        title: 'if the result equals the image, and its gradient equals dy, they still have memory of their own',
        kind: 'edge',
        covers,
        applies: (backend) => declares(backend, covers),
        run: (context) => ownsIdentities(context, op, dimensions),
      };
    }),
  ),
];

async function ownsIdentities(context: CheckContext, op: 'gridSample' | 'affineSample' | 'crop', dimensions: 2 | 3) {
  for (const cell of declaredCells(context.backend, { op, dimensions })) {
    // Lengths whose coordinates are exact in float32.
    const size = Array<number>(dimensions).fill(cell.alignCorners ? 5 : 4);
    for (const [images, channels] of [
      [1, 1],
      [2, 3],
    ]) {
      const c = identityCase(cell, [images, ...size, channels], images);
      await explained(
        () => describeCase(c),
        () => leavesInputsAlone(context, c),
      );
    }
  }
}

/** Throws where a call, so often repeated, leaves something behind. */
export async function leavesNothing(c: Case, repeats: number): Promise<void> {
  for (const quantity of quantitiesOf(c.op)) {
    // The first call may fill caches of the backend's own.
    await evaluate(c, quantity);
    const before = counts();
    for (let i = 0; i < repeats; i++) await evaluate(c, quantity);
    const after = counts();
    const [tensors, data, bytes] = after.map((count, i) => count - before[i]);
    if (tensors === 0 && data === 0 && bytes === 0) continue;
    const calls = repeats === 1 ? '' : ` after ${repeats} calls`;
    throw new CheckFailure(
      `${quantity} leaves ${tensors} tensors and the data of ${data} behind${calls}: ${bytes} bytes`,
    );
  }
}

/** Tensors, data ids and bytes that tfjs holds: each may leak alone. */
export function counts(): [tensors: number, data: number, bytes: number] {
  const { numTensors, numBytes } = memory();
  return [numTensors, engine().backend.numDataIds(), numBytes];
}

/** Throws where a call writes to an input, or gives one back. */
export async function leavesInputsAlone(context: CheckContext, c: Case): Promise<void> {
  const dataFormat = c.op === 'affineGrid' ? undefined : c.options.dataFormat;
  const arrays = {
    coordinates: coordinatesOf(c),
    dy: c.op === 'affineGrid' ? c.dy : inLayout(c.dy, dataFormat),
    ...(c.op !== 'affineGrid' && { image: inLayout(c.image, dataFormat) }),
  };
  for (const quantity of quantitiesOf(c.op)) {
    const inputs = new Map(Object.entries(arrays).map(([name, array]) => [name, toTensor(array)]));
    const result = call(c, quantity, inputs);
    try {
      for (const [name, { data }] of Object.entries(arrays))
        await requireUntouched(context, quantity, name, inputs, data, result);
      await requireOutlives(quantity, result, inputs);
    } finally {
      result.dispose();
      for (const tensor of inputs.values()) tensor.dispose();
    }
  }
}

function call(c: Case, quantity: Quantity, inputs: ReadonlyMap<string, Tensor>): Tensor {
  const [coordinates, dy] = [tensorNamed(inputs, 'coordinates'), tensorNamed(inputs, 'dy')];
  const image = inputs.get('image') ?? coordinates;
  if (quantity === 'output') return callCore(c, image, coordinates);
  if (quantity === 'dImage') return grad((x) => callCore(c, x, coordinates))(image, dy);
  return grad((x) => callCore(c, image, x))(coordinates, dy);
}

async function requireUntouched(
  context: CheckContext,
  quantity: Quantity,
  name: string,
  inputs: ReadonlyMap<string, Tensor>,
  before: ArrayLike<number>,
  result: Tensor,
): Promise<void> {
  const input = tensorNamed(inputs, name);
  // Reading it before as well would be of no use: tfjs keeps what it read, and would not see what is written since.
  const after = await input.data();
  const precision = precisionOf(context.backend.capabilities);
  const changed = after.findIndex((value, i) => !isStored(value, Math.fround(before[i]), precision));
  if (changed !== -1) {
    throw new CheckFailure(
      `${quantity} writes to its input ${name}: entry ${changed} was ${before[changed]} and is ${after[changed]}`,
    );
  }
  if (result.dataId === input.dataId || (await result.data()).buffer === after.buffer) {
    throw new CheckFailure(`${quantity} is its input ${name}: a result must have memory of its own`);
  }
}

/** Whether a tensor holds a number as it was made: bit for bit, or where tensors are half floats one that is next to it. */
export function isStored(got: number, made: number, precision: Precision): boolean {
  if (precision.largest === Number.POSITIVE_INFINITY) return Object.is(got, made);
  const distance = 2 * precision.unit * Math.abs(made) + FLUSHED;
  return accepts(held([around(made, distance)], precision), got);
}

/** Where memory is a heap, what was borrowed is overwritten once its owner is gone. */
async function requireOutlives(quantity: Quantity, result: Tensor, inputs: ReadonlyMap<string, Tensor>): Promise<void> {
  const before = (await result.data()).slice();
  const others: Tensor[] = [];
  for (const input of inputs.values()) {
    const { shape, size } = input;
    input.dispose();
    others.push(toTensor({ shape, data: new Float32Array(size).fill(Number.NaN) }));
  }
  const after = await result.data();
  for (const other of others) other.dispose();
  const changed = before.findIndex((value, i) => !Object.is(value, after[i]));
  if (changed === -1) return;
  throw new CheckFailure(
    `${quantity} depends on the memory of its inputs: entry ${changed} was ${before[changed]} and is ${after[changed]} after ` +
      'they are disposed and their memory is used again',
  );
}

function tensorNamed(inputs: ReadonlyMap<string, Tensor>, name: string): Tensor {
  const tensor = inputs.get(name);
  if (!tensor) throw new TypeError(`no input is called ${name}`);
  return tensor;
}
