import { tidy } from '@tensorflow/tfjs-core';
import { noise } from '../arbitraries/noise.js';
import { type Case, type Quantity, shapeOf } from '../case.js';
import { declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { evaluateTensor } from '../evaluate.js';
import { explained } from '../property.js';
import { FUNCTIONS, quantitiesOf } from './calls.js';

/** How many of each there are; at least one is 0. */
interface Counts {
  crops: number;
  channels: number;
  /** The first and the last axis of the output. */
  first: number;
  last: number;
}

const EMPTY: readonly Counts[] = [
  { crops: 0, channels: 2, first: 3, last: 2 },
  { crops: 2, channels: 0, first: 3, last: 2 },
  { crops: 2, channels: 2, first: 0, last: 2 },
  { crops: 2, channels: 2, first: 3, last: 0 },
];

/** No crops, no channels or no output pixels: an empty result of the right shape, and gradients of 0. */
export const emptyChecks: readonly Check[] = FUNCTIONS.map((covers): Check => {
  const { op, dimensions } = covers;
  return {
    id: `edge/empty/${op}/${dimensions}-D`,
    title: 'no crops, channels or output pixels give an empty result of the right shape, and gradients of 0',
    kind: 'edge',
    covers,
    applies: (backend) => declares(backend, covers),
    async run(context) {
      for (const counts of EMPTY) {
        if (op === 'affineGrid' && counts.channels === 0) continue;
        const c = emptyCase(context, op, dimensions, counts);
        for (const quantity of quantitiesOf(op)) {
          await explained(
            () => describeCase(c),
            () => requireZeros(c, quantity),
          );
        }
      }
    },
  };
});

async function requireZeros(c: Case, quantity: Quantity): Promise<void> {
  const tensor = tidy(() => evaluateTensor(c, quantity));
  const { shape } = tensor;
  const data = await tensor.data();
  tensor.dispose();
  if (shape.join() !== shapeOf(c, quantity).join()) {
    throw new CheckFailure(`${quantity}: expected shape [${shapeOf(c, quantity)}], got [${shape}]`);
  }
  if (!data.every((value) => value === 0)) throw new CheckFailure(`${quantity}: expected zeros, got ${data}`);
}

function emptyCase(
  { backend }: CheckContext,
  op: Case['op'],
  dimensions: 2 | 3,
  { crops, channels, first, last }: Counts,
): Case {
  const size = dimensions === 2 ? [first, last] : [first, 2, last];
  const theta = noise([crops, dimensions, dimensions + 1], 1);
  if (op === 'affineGrid') {
    const dy = noise([crops, ...size, dimensions], 2);
    return { op, dimensions, theta, size, options: { alignCorners: false }, dy };
  }
  const [{ mode, paddingMode }] = declaredCells(backend, { op, dimensions });
  const rest = {
    dimensions,
    image: noise([1, ...Array<number>(dimensions).fill(3), channels], 3),
    dy: noise([crops, ...size, channels], 4),
    options: { mode, paddingMode, alignCorners: false },
  };
  if (op === 'gridSample') return { op, ...rest, grid: noise([crops, ...size, dimensions], 5) };
  if (op === 'affineSample') return { op, ...rest, theta, size };
  if (op === 'perspectiveSample') return { op, ...rest, theta: noise([crops, 3, 3], 1), size };
  return { op, ...rest, boxes: noise([crops, 2 * dimensions], 6), size };
}
