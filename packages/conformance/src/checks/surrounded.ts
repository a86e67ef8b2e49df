import { noise } from '../arbitraries/noise.js';
import { coordinateGradient, type NdArray, type Quantity, type SampleCase, shapeOf } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { evaluate, toTensor } from '../evaluate.js';
import { affineGrid } from '../oracle/affine-grid.js';
import { explained } from '../property.js';
import { accept } from '../tolerance/index.js';
import { accepts, formatAccepted } from '../tolerance/interval.js';
import { precisionOf } from '../tolerance/precision.js';

/** Fewer than the lanes of a vector, as many, and one more. */
const CHANNELS = [1, 2, 3, 4, 5];

/** What a case is surrounded by: NaN in all images but its own, in all channels but one, or in the memory around it. */
export interface Surroundings {
  readonly name: string;
  /** Puts NaN, or 0 to compare with, in place of what must not be read. */
  around(c: SampleCase, value: number): SampleCase;
  /** Whether an element of a quantity does not depend on the surroundings. */
  isOwn(c: SampleCase, quantity: Quantity, element: number): boolean;
}

/** All of them. */
export const SURROUNDINGS: readonly Surroundings[] = [
  {
    name: 'images',
    around: (c, value) => ({
      ...c,
      image: edited(c.image, (i, length) => (thirdOf(i, length) === 1 ? undefined : value)),
      // Crop n reads image n modulo 3.
      dy: edited(c.dy, (i, length) => (cropOf(i, length, c) % 3 === 1 ? undefined : value)),
    }),
    isOwn: (c, quantity, element) => {
      const length = shapeOf(c, quantity).reduce((product, axis) => product * axis, 1);
      return quantity === 'dImage' ? thirdOf(element, length) === 1 : cropOf(element, length, c) % 3 === 1;
    },
  },
  {
    name: 'channels',
    around: (c, value) => ({ ...c, image: aroundChannel(c.image, value), dy: aroundChannel(c.dy, value) }),
    isOwn: (c, quantity, element) => {
      const channels = c.image.shape[c.image.shape.length - 1];
      return quantity !== coordinateGradient(c.op) && element % channels === ownChannel(channels);
    },
  },
  { name: 'memory', around: (c) => c, isOwn: () => true },
];

/** Everything that a call must not read is NaN: the images before and behind, other channels, the memory around. */
export const surroundedChecks: readonly Check[] = SURROUNDINGS.flatMap((surroundings) =>
  (['gridSample', 'affineSample'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, dimensions };
      return {
        id: `edge/among-nan-${surroundings.name}/${op}/${dimensions}-D`,
        title: `results and gradients are right where all ${surroundings.name} around are NaN`,
        kind: 'edge',
        covers,
        applies: (backend) => declares(backend, covers),
        async run(context) {
          for (const [i, cell] of declaredCells(context.backend, { op, dimensions }).entries()) {
            // Where there is time for few cases, each option has its turn of the channels.
            for (let k = 0; k < Math.min(CHANNELS.length, context.runs); k++) {
              const channels = CHANNELS[(i + k) % CHANNELS.length];
              await isRight(context, surroundedCase(cell, channels), surroundings);
            }
          }
        },
      };
    }),
  ),
);

/** Throws where what a case is surrounded by is read. */
export async function isRight(context: CheckContext, c: SampleCase, { around, isOwn }: Surroundings): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  const clean = around(c, 0);
  const surrounded = around(c, Number.NaN);
  for (const quantity of ['output', 'dImage', coordinateGradient(c.op)] as const) {
    leaveNaNs(c);
    const got = await evaluate(surrounded, quantity);
    for (const [element, accepted] of accept(clean, quantity, precision).entries()) {
      if (!isOwn(c, quantity, element) || accepts(accepted, got[element])) continue;
      const place = `${quantity}${placeOf(element, shapeOf(c, quantity))}`;
      await explained(
        () => describeCase(surrounded),
        () => Promise.reject(new CheckFailure(`${place}: expected ${formatAccepted(accepted)}, got ${got[element]}`)),
      );
    }
  }
}

/** Three images and two crops of each: one upright and beyond all edges, one turned; the last pixel is read exactly. */
export function surroundedCase(cell: Cell, channels: number): SampleCase {
  const { op, dimensions, mode, paddingMode, alignCorners } = cell;
  const size = dimensions === 2 ? [3, 4] : [2, 3, 4];
  const output = dimensions === 2 ? [3, 5] : [2, 3, 5];
  const crops = 6;
  const rows = Array.from({ length: dimensions }, (_, row) =>
    Array.from({ length: dimensions + 1 }, (_, column) => (row === column ? 1.3 : 0)),
  );
  const turned = rows.map((row, i) => row.map((x, k) => (k === dimensions ? 0.1 : x === 0 ? 0.3 - i / 8 : 0.9)));
  const thetas = Array.from({ length: crops }, (_, n) => (n < crops / 2 ? rows : turned));
  const theta = { shape: [crops, dimensions, dimensions + 1], data: thetas.flat(2).map(Math.fround) };
  const common = {
    dimensions,
    image: noise([3, ...size, channels], channels),
    dy: noise([crops, ...output, channels], channels + 1),
    options: {
      mode,
      paddingMode,
      alignCorners,
      dataFormat: channels % 2 === 0 ? 'NHWC' : 'NCHW',
      imageIndex: [0, 1, 2, 0, 1, 2],
    },
  } as const;
  if (op === 'affineSample') return { op, ...common, theta, size: output };
  const grid = Float32Array.from(affineGrid(theta, output, alignCorners));
  // The centre of the last pixel.
  const lengths = size.toReversed();
  for (let n = 0; n < crops; n++) {
    const start = (n * grid.length) / crops;
    grid.set(
      lengths.map((S) => (alignCorners ? 1 : 1 - 1 / S)),
      start,
    );
  }
  return { op: 'gridSample', ...common, grid: { shape: [crops, ...output, dimensions], data: grid } };
}

/** Leaves NaN in memory that was in use, where the next tensors may come to lie. */
function leaveNaNs({ image, dy }: SampleCase): void {
  const lengths = [image, dy].flatMap(({ data }) => [4, 3, 2, 1, 4, 3, 2, 1].map((more) => data.length + more));
  const tensors = lengths.map((length) =>
    toTensor({ shape: [length], data: new Float32Array(length).fill(Number.NaN) }),
  );
  for (const tensor of tensors) tensor.dispose();
}

function aroundChannel(array: NdArray, value: number): NdArray {
  const channels = array.shape[array.shape.length - 1];
  return edited(array, (i) => (i % channels === ownChannel(channels) ? undefined : value));
}

function ownChannel(channels: number): number {
  return Math.floor((channels - 1) / 2);
}

function edited({ shape, data }: NdArray, edit: (i: number, length: number) => number | undefined): NdArray {
  return { shape, data: Float32Array.from(data, (x, i) => edit(i, data.length) ?? x) };
}

function thirdOf(i: number, length: number): number {
  return Math.floor((3 * i) / length);
}

function cropOf(i: number, length: number, c: SampleCase): number {
  return Math.floor((c.dy.shape[0] * i) / length);
}
