import { affineSample, crop, cropQuads, gridSample, perspectiveSample } from '@cropgrad/core';
import { grad, ones, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { antialiasedCells } from '../../arbitraries/antialias.js';
import { coordinatesOf, type NdArray, type SampleCase } from '../../case.js';
import { type Cell, PERSPECTIVE_CELLS, SAMPLE_CELLS } from '../../cells.js';
import { type Check, type CheckContext, cellName, declares, type Subject } from '../../check.js';
import { callCore, evaluateTensor, toTensor } from '../../evaluate.js';
import { requireRefused } from '../../refused.js';
import { identityCase } from '../identity.js';
import { smallest } from '../unsupported.js';
import { ANTIALIASED_OPS, type OpCovers, perOp } from './per-op.js';

/** What antialias is not: of points alone, of one pixel, narrower than an output pixel, twice differentiable, undeclared. */
export const antialiasRefusalChecks: readonly Check[] = [
  {
    id: 'error/antialias',
    title: 'antialias of a grid, of nearest, and with a widen that is no number of at least 1, throws INVALID_OPTION',
    kind: 'edge',
    covers: { antialias: true },
    applies: (backend) => ANTIALIASED_OPS.some((covers) => antialiasedCells(backend, covers).length > 0),
    async run() {
      for (const [name, call] of Object.entries(refused())) requireRefused('INVALID_OPTION', call, name);
    },
  },
  ...perOp(
    'error/antialias-second-order',
    { title: 'the gradient by theta or boxes has no gradients of its own under antialias: UNSUPPORTED', kind: 'edge' },
    async (context, covers) => refusesTwice(context, covers),
  ),
  ...ANTIALIASED_OPS.map((covers): Check => {
    const name = `antialias/${cellName(covers)}`;
    return {
      id: `unsupported/${name}`,
      title: 'what is not declared with antialias throws UNSUPPORTED',
      kind: 'edge',
      covers: { ...covers, antialias: true },
      applies: (backend) => undeclared(backend, covers).length > 0,
      async run({ backend }) {
        for (const cell of undeclared(backend, covers)) {
          const c = smallest(cell);
          if (c.op === 'affineGrid') continue;
          const asked: SampleCase = { ...c, options: { ...c.options, antialias: true } };
          requireRefused('UNSUPPORTED', () => evaluateTensor(asked, 'output'), cellName(cell));
        }
      },
    };
  }),
];

/** Calls that are wrong in one option, by name. */
function refused(): Record<string, () => unknown> {
  const image = (): Tensor => ones([1, 4, 4, 1]);
  const calls = (f: (...args: never[]) => unknown, at: Tensor, options: object): unknown =>
    Reflect.apply(f, undefined, [image(), at, ...(f === gridSample ? [] : [[2, 2]]), options]);
  const widens = [0.99, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, '2', null];
  return {
    gridSample: () => calls(gridSample, zeros([1, 2, 2, 2]), { antialias: true }),
    'gridSample, widened': () => calls(gridSample, zeros([1, 2, 2, 2]), { antialias: { widen: 2 } }),
    'affineSample of nearest': () => calls(affineSample, zeros([1, 2, 3]), { mode: 'nearest', antialias: true }),
    'perspectiveSample of nearest': () =>
      calls(perspectiveSample, zeros([1, 3, 3]), { mode: 'nearest', antialias: true }),
    'crop of nearest': () => calls(crop, zeros([1, 4]), { mode: 'nearest', antialias: true }),
    'cropQuads of nearest': () => calls(cropQuads, zeros([1, 4, 2]), { mode: 'nearest', antialias: true }),
    'an unknown part': () => calls(crop, zeros([1, 4]), { antialias: { widen: 2, wide: 2 } }),
    'a number': () => calls(crop, zeros([1, 4]), { antialias: 2 }),
    ...Object.fromEntries(
      widens.map((widen) => [
        `a widen of ${widen}`,
        () => calls(affineSample, zeros([1, 2, 3]), { antialias: { widen } }),
      ]),
    ),
  };
}

function refusesTwice({ backend }: CheckContext, covers: OpCovers): void {
  const [cell] = antialiasedCells(backend, covers);
  const plain = identityCase(cell, [1, ...Array<number>(cell.dimensions).fill(3), 1], 1);
  const c: SampleCase = { ...plain, options: { ...plain.options, antialias: true } };
  const arrays = { dy: c.dy, image: c.image, coordinates: coordinatesOf(c) };
  for (const [input, array] of Object.entries(arrays)) {
    const slopes = (moved: Tensor): Tensor => {
      const given = (name: string, still: NdArray): Tensor => (name === input ? moved : toTensor(still));
      const image = given('image', c.image);
      return grad((x: Tensor) => callCore(c, image, x))(given('coordinates', coordinatesOf(c)), given('dy', c.dy));
    };
    requireRefused('UNSUPPORTED', () => grad(slopes)(toTensor(array)), `by ${input}`);
  }
}

/** Cells of a function that no product holds with antialias; nearest never is, which is another error. */
function undeclared(backend: Subject, { op, dimensions }: OpCovers): readonly Cell[] {
  return [...SAMPLE_CELLS, ...PERSPECTIVE_CELLS].filter(
    (cell) =>
      cell.op === op &&
      cell.dimensions === dimensions &&
      cell.mode !== 'nearest' &&
      !declares(backend, { ...cell, antialias: true }),
  );
}
