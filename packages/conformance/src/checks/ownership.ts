import { engine, grad, memory, type Tensor } from '@tensorflow/tfjs-core';
import { type Case, coordinatesOf, type Quantity } from '../case.js';
import { type Check, CheckFailure } from '../check.js';
import { callCore, evaluate, toTensor } from '../evaluate.js';
import { inLayout } from '../layout.js';
import { forAllCases } from '../property.js';
import { perFunction, quantitiesOf } from './calls.js';

/** What kernels owe the memory they are lent: nothing is left behind, no input is written to, no result is borrowed. */
export const ownershipChecks: readonly Check[] = [
  ...perFunction(
    'edge/no-leak',
    { title: 'no tensor and no data is left behind, forward and backward', kind: 'edge' },
    (context, cases) => forAllCases(context, cases, leavesNothing),
  ),
  ...perFunction(
    'edge/inputs-untouched',
    { title: 'the inputs are bit for bit what they were, and the result is not one of them', kind: 'edge' },
    (context, cases) => forAllCases(context, cases, leavesInputsAlone),
  ),
];

async function leavesNothing(c: Case): Promise<void> {
  for (const quantity of quantitiesOf(c.op)) {
    // The first call may fill caches of the backend's own.
    await evaluate(c, quantity);
    const tensors = memory().numTensors;
    const data = engine().backend.numDataIds();
    await evaluate(c, quantity);
    const moreTensors = memory().numTensors - tensors;
    const moreData = engine().backend.numDataIds() - data;
    if (moreTensors === 0 && moreData === 0) continue;
    throw new CheckFailure(`${quantity} leaves ${moreTensors} tensors and the data of ${moreData} behind`);
  }
}

async function leavesInputsAlone(c: Case): Promise<void> {
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
        await requireUntouched(quantity, name, inputs, data, result);
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
  quantity: Quantity,
  name: string,
  inputs: ReadonlyMap<string, Tensor>,
  before: ArrayLike<number>,
  result: Tensor,
): Promise<void> {
  const input = tensorNamed(inputs, name);
  const after = await input.data();
  const changed = after.findIndex((value, i) => !Object.is(value, Math.fround(before[i])));
  if (changed !== -1) {
    throw new CheckFailure(
      `${quantity} writes to its input ${name}: entry ${changed} was ${before[changed]} and is ${after[changed]}`,
    );
  }
  if (result.dataId === input.dataId || (await result.data()).buffer === after.buffer) {
    throw new CheckFailure(`${quantity} is its input ${name}: a result must have memory of its own`);
  }
}

function tensorNamed(inputs: ReadonlyMap<string, Tensor>, name: string): Tensor {
  const tensor = inputs.get(name);
  if (!tensor) throw new TypeError(`no input is called ${name}`);
  return tensor;
}
