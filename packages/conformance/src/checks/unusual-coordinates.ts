import { noise } from '../arbitraries/noise.js';
import type { AffineSampleCase, GridSampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { evaluate } from '../evaluate.js';
import { explained } from '../property.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';
import { quantitiesOf } from './calls.js';
import { perSampler } from './per-sampler.js';

const NON_FINITE = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
/** Around and beyond the ends of int32, to the ends of float32; and the smallest there are. */
const EXTREME = [2 ** 31, -(2 ** 31), 3e9, -3e9, 2 ** 32, -(2 ** 32), 1e12, -1e20, 3e38, -3e38].map(Math.fround);
/** The same for half floats: to their ends, as what is larger is infinite. */
const FLOAT16_EXTREME = [32_768, -32_768, 60_000, 65_504, -65_504];
const TINY = [1e-45, -1e-38, -0].map(Math.fround);

/** Coordinates that arithmetic trips over, one at a time, in every axis and every option. */
export const unusualCoordinateChecks: readonly Check[] = [
  ...perSampler(
    'edge/non-finite-coordinates',
    { title: 'a non-finite coordinate or theta reads fillValue and has no gradient', kind: 'edge' },
    (context, { op, dimensions }) => every(context, declaredCells(context.backend, { op, dimensions }), NON_FINITE),
  ),
  ...perSampler(
    'edge/huge-coordinates',
    { title: 'a coordinate beyond int32, or as large as the precision has, is outside like any other', kind: 'edge' },
    (context, { op, dimensions }) => {
      const extreme = context.backend.capabilities.precision === 'f16' ? FLOAT16_EXTREME : EXTREME;
      return every(context, declaredCells(context.backend, { op, dimensions }), extreme);
    },
  ),
  ...perSampler(
    'edge/tiny-coordinates',
    { title: 'a denormal coordinate is as good as 0', kind: 'edge' },
    (context, { op, dimensions }) => every(context, declaredCells(context.backend, { op, dimensions }), TINY),
  ),
  ...([2, 3] as const).map((dimensions): Check => {
    const covers = { op: 'affineSample', dimensions } as const;
    return {
      id: `edge/theta-overflow/affineSample/${dimensions}-D`,
      title: 'where a finite theta leads beyond float32, fillValue is read',
      kind: 'edge',
      covers,
      applies: (backend) => declares(backend, covers),
      run: async (context) => {
        for (const cell of declaredCells(context.backend, covers)) await overflows(cell);
      },
    };
  }),
];

/** Rows whose two terms are each within float32, and their sum in the second half of the output is not. */
async function overflows(cell: Cell): Promise<void> {
  const { dimensions } = cell;
  const huge = Math.fround(3e38);
  for (let row = 0; row < dimensions; row++) {
    const data = Array<number>(dimensions * (dimensions + 1)).fill(0);
    data[row * (dimensions + 1) + row] = huge;
    data[row * (dimensions + 1) + dimensions] = huge;
    const size = Array<number>(dimensions)
      .fill(1)
      .with(dimensions - 1 - row, 2);
    const { image, options, dy } = around(cell, 1, size);
    const theta = { shape: [1, dimensions, dimensions + 1], data };
    const c: AffineSampleCase = { op: 'affineSample', dimensions, theta, size, image, options, dy };
    const output = Array.from(await evaluate(c, 'output')).slice(2);
    if (output.every((value) => value === options.fillValue)) continue;
    throw new CheckFailure(
      `the second output pixel must be ${options.fillValue}, got ${output}\nin ${describeCase(c)}`,
    );
  }
}

async function every(context: CheckContext, cells: readonly Cell[], values: readonly number[]): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  for (const cell of cells) {
    for (const value of values) {
      const c = cell.op === 'gridSample' ? inGrid(cell, value) : inTheta(cell, value);
      for (const quantity of quantitiesOf(c.op)) {
        await explained(
          () => describeCase(c),
          () => verify(context, c, quantity, accept(c, quantity, precision)),
        );
      }
    }
  }
}

/** A point per axis that has the value there, then one that has it in all, then one that is as usual. */
function inGrid(cell: Cell, value: number): GridSampleCase {
  const { dimensions } = cell;
  const usual = [0.21, -0.37, 0.43].slice(0, dimensions).map(Math.fround);
  const points = [...usual.map((_, axis) => usual.with(axis, value)), usual.map(() => value), usual];
  const output = [...Array<number>(dimensions - 1).fill(1), points.length];
  return {
    op: 'gridSample',
    dimensions,
    grid: { shape: [1, ...output, dimensions], data: points.flat() },
    ...around(cell, 1, output),
  };
}

/** A crop per entry of theta that has the value there, then one that is as usual; one output axis has length 1. */
function inTheta(cell: Cell, value: number): AffineSampleCase {
  const { dimensions } = cell;
  const usual = [0.7, 0.2, 0.1, -0.3, 0.6, 0.05, 0.4, -0.2, 0.15, 0.1, -0.8, 0.3]
    .slice(0, dimensions * (dimensions + 1))
    .map(Math.fround);
  const thetas = [...usual.map((_, entry) => usual.with(entry, value)), usual];
  const output = [2, 1, 2].slice(0, dimensions);
  return {
    op: 'affineSample',
    dimensions,
    theta: { shape: [thetas.length, dimensions, dimensions + 1], data: thetas.flat() },
    size: output,
    ...around(cell, thetas.length, output),
  };
}

function around(
  { mode, paddingMode, alignCorners, dimensions }: Cell,
  crops: number,
  output: readonly number[],
): Pick<GridSampleCase, 'image' | 'options' | 'dy'> {
  const size = [3, 4, 5].slice(0, dimensions);
  return {
    image: noise([1, ...size, 2], 1),
    options: { mode, paddingMode, alignCorners, fillValue: -1.5 },
    dy: noise([crops, ...output, 2], 2),
  };
}
