import { grad, tensor, tidy } from '@tensorflow/tfjs-core';
import { coordinatesOf, type GridSampleCase, type NdArray, type SampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { callCore, toTensor } from '../evaluate.js';
import { accept } from '../tolerance/index.js';
import { type Accepted, accepts, around, formatAccepted } from '../tolerance/interval.js';
import { MODE_TRAITS } from '../tolerance/mode-traits.js';
import { exactIntegersOf, precisionOf } from '../tolerance/precision.js';
import { SAMPLERS } from './calls.js';
import { identityCase } from './identity.js';

/** Where formats of few bits end. */
const POWERS = [2 ** 8, 2 ** 11, 2 ** 15, 2 ** 16, 2 ** 24, 2 ** 31];

/** What the check of slopes covers. */
const SLOPES = { op: 'gridSample', mode: 'bilinear', dimensions: 2 } as const;

/** Pixels of int32 as large as the backend says it reads them exactly, and one less, on both sides of 0. */
export const wholeNumberChecks: readonly Check[] = [
  ...SAMPLERS.map((covers): Check => {
    const { op, dimensions } = covers;
    return {
      id: `edge/whole-numbers/${op}/${dimensions}-D`,
      title: 'int32 pixels and fills are read exactly, by nearest into int32, up to the largest that is declared',
      kind: 'edge',
      covers,
      applies: (backend) => declares(backend, covers),
      async run(context) {
        for (const cell of declaredCells(context.backend, covers)) {
          await readsWholeNumbers(context, cell);
          if (isExact(cell) && cell.paddingMode === 'zeros') await readsWholeFills(context, cell);
        }
      },
    };
  }),
  {
    id: 'edge/whole-number-slopes/gridSample/2-D',
    title: 'between int32 pixels that differ by 1 the slope is 1, as far as float32 tells them apart',
    kind: 'edge',
    covers: SLOPES,
    applies: (backend) => declares(backend, SLOPES) && backend.capabilities.precision === 'f32',
    run: (context) => slopesAreExact(context),
  },
];

/** The largest whole numbers that the backend must read exactly, and others on the way there. */
function wholeNumbers({ backend }: CheckContext): number[] {
  return wholeNumbersTo(exactIntegersOf(backend.capabilities));
}

function wholeNumbersTo(most: number): number[] {
  return [most, ...POWERS]
    .flatMap((power) => [power - 1, power, power + 1])
    .flatMap((value) => [value, -value])
    .filter((value) => Math.abs(value) <= most && value >= -(2 ** 31) && value < 2 ** 31);
}

/** Whether a cell gives each pixel as it is, in the image's own dtype. */
function isExact({ mode }: Cell): boolean {
  return MODE_TRAITS[mode].picksOnePixel;
}

/** At the identity, whose coordinates are exact, so that nearest must give each pixel as it is. */
async function readsWholeNumbers(context: CheckContext, cell: Cell): Promise<void> {
  const size = Array<number>(cell.dimensions).fill(cell.alignCorners ? 5 : 4);
  const values = wholeNumbers(context);
  const drawn = identityCase(cell, [1, ...size, 3], 1);
  const data = Array.from(drawn.image.data, (_, i) => values[i % values.length]);
  const c: SampleCase = { ...drawn, image: { shape: drawn.image.shape, data } };
  const precision = { ...precisionOf(context.backend.capabilities), exactCoordinates: true };
  const accepted = isExact(cell) ? data.map((value): Accepted => [around(value)]) : accept(c, 'output', precision);
  await requireOutput(c, accepted);
}

/** Where all points of a call are outside, it gives fill. */
async function readsWholeFills(context: CheckContext, cell: Cell): Promise<void> {
  const drawn = outside(identityCase(cell, [1, ...Array<number>(cell.dimensions).fill(2), 1], 2));
  for (const fillValue of wholeNumbers(context)) {
    const c = { ...drawn, options: { ...drawn.options, fillValue } };
    await requireOutput(c, Array<Accepted>(c.dy.data.length).fill([around(fillValue)]));
  }
}

/** The same case, with every point moved by five halves of the image along each axis. */
function outside(c: SampleCase): SampleCase {
  const moved = ({ shape, data }: NdArray, isMoved = (_: number): boolean => true): NdArray => ({
    shape,
    data: Array.from(data, (value, i) => (isMoved(i) ? value + 5 : value)),
  });
  if (c.op === 'gridSample') return { ...c, grid: moved(c.grid) };
  if (c.op === 'crop') return { ...c, boxes: moved(c.boxes) };
  const [, rows, columns] = c.theta.shape;
  const isShift = (i: number): boolean => (i + 1) % columns === 0 && Math.floor(i / columns) % rows < c.dimensions;
  return { ...c, theta: moved(c.theta, isShift) };
}

async function requireOutput(c: SampleCase, accepted: readonly Accepted[]): Promise<void> {
  const output = tidy(() => callCore(c, intTensor(c.image), toTensor(coordinatesOf(c))));
  const got = await output.data();
  output.dispose();
  requireAll(c, 'output', c.dy.shape, got, accepted);
}

/** Half way between two pixels of a row the slope is K times their difference, and nothing on the way is rounded. */
async function slopesAreExact(context: CheckContext): Promise<void> {
  const [{ paddingMode }] = declaredCells(context.backend, SLOPES);
  const most = Math.min(2 ** 24, exactIntegersOf(context.backend.capabilities));
  for (const value of wholeNumbersTo(most).filter((one) => one >= 1)) {
    const c: GridSampleCase = {
      op: 'gridSample',
      dimensions: 2,
      image: { shape: [1, 2, 4, 1], data: [0, value - 1, value, 0, 0, 1 - value, -value, 0] },
      // The middle of the row is between its second and third pixel; the rows are at -1/2 and 1/2.
      grid: { shape: [1, 2, 1, 2], data: [0, -0.5, 0, 0.5] },
      options: { mode: 'bilinear', paddingMode, alignCorners: false },
      dy: { shape: [1, 2, 1, 1], data: [1, 1] },
    };
    const slopes = tidy(() => {
      const image = intTensor(c.image);
      return grad((x) => callCore(c, image, x))(toTensor(c.grid), toTensor(c.dy));
    });
    const got = await slopes.data();
    slopes.dispose();
    // Only along the row: the centre of a row is a kink of the other axis.
    requireAll(c, 'dGrid', [1, 2, 1, 1], [got[0], got[2]], [[around(2)], [around(-2)]]);
  }
}

function intTensor({ shape, data }: NdArray) {
  return tensor(Int32Array.from(data), [...shape], 'int32');
}

function requireAll(
  c: SampleCase,
  quantity: string,
  shape: readonly number[],
  got: ArrayLike<number>,
  accepted: readonly Accepted[],
): void {
  for (const [element, choices] of accepted.entries()) {
    if (accepts(choices, got[element])) continue;
    const place = `${quantity}${placeOf(element, shape)}`;
    throw new CheckFailure(
      `${place}: expected ${formatAccepted(choices)}, got ${got[element]}\nin ${describeCase(c)}, the image as int32`,
    );
  }
}
