import { MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { noise } from '../arbitraries/noise.js';
import { channelCount, noiseSeed } from '../arbitraries/sizes.js';
import type { GridSampleCase, NdArray, Quantity } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { evaluate } from '../evaluate.js';
import { forAllCases } from '../property.js';
import { take } from '../rearrange.js';
import { requireClose } from '../relate.js';
import { accept } from '../tolerance/index.js';
import { width } from '../tolerance/interval.js';
import { precisionOf } from '../tolerance/precision.js';

/** Each random case is several calls: fewer of them do. */
const CASES_PER_RUN = 1 / 10;
/** How many images away: the next one, and one farther off on the other side. */
const PERIODS = [1, -5];
/** How many points each case has. */
const POINTS = 12;
/** Copies of the image side by side in a tiled one; a power of two, and points are in the middle of it. */
const TILES = 8;

const QUANTITIES: readonly Quantity[] = ['output', 'dImage', 'dGrid'];

/** Wrap repeats the image: every S pixels the same is read, and it is what a tiled image holds there. */
export const periodicityChecks: readonly Check[] = MODES.flatMap((mode) =>
  ([2, 3] as const).map((dimensions): Check => {
    const covers = { op: 'gridSample', mode, paddingMode: 'wrap', dimensions } as const;
    return {
      id: `law/periodicity/gridSample/${mode}/${dimensions}-D`,
      title: 'with wrap, points that are whole images away read the same, and it is what a tiled image holds there',
      kind: 'law',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => {
        const cases = anyCell(context.backend, covers).chain(dyadicCase);
        return forAllCases({ ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) }, cases, async (c) => {
          for (const periods of PERIODS) await repeats(context, c, periods);
          if (!c.options.alignCorners) await equalsTiled(context, c);
        });
      },
    };
  }),
);

/** A case whose coordinates are exact in float32, and their way to pixels: quarters, from one image before to one behind. */
function dyadicCase({ dimensions, mode, paddingMode, alignCorners }: Cell): fc.Arbitrary<GridSampleCase> {
  const size = fc.constantFrom(1, 2, 4).map((length) => length + Number(alignCorners && length > 1));
  const quarters = fc.array(fc.nat(60), { minLength: 1, maxLength: 24, size: 'max' });
  return fc
    .record({
      sizes: fc.array(size, { minLength: dimensions, maxLength: dimensions }),
      quarters,
      channels: channelCount,
      seed: noiseSeed,
    })
    .map(({ sizes, quarters, channels, seed }): GridSampleCase => {
      const output = [...Array<number>(dimensions - 1).fill(1), POINTS];
      const data = Array.from({ length: POINTS * dimensions }, (_, i) => {
        const S = sizes[dimensions - 1 - (i % dimensions)];
        return fromPixels((quarters[i % quarters.length] % (12 * S)) / 4 - S, S, alignCorners);
      });
      return {
        op: 'gridSample',
        dimensions,
        image: noise([1, ...sizes, channels], seed),
        grid: { shape: [1, ...output, dimensions], data },
        options: { mode, paddingMode, alignCorners },
        dy: noise([1, ...output, channels], seed + 1),
      };
    });
}

/** From pixels to [-1, 1]; one pixel with alignCorners is everywhere. */
function fromPixels(x: number, size: number, alignCorners: boolean): number {
  return alignCorners ? (2 * x) / Math.max(1, size - 1) - 1 : (2 * x + 1) / size - 1;
}

async function repeats(context: CheckContext, c: GridSampleCase, periods: number): Promise<void> {
  const sizes = c.image.shape.slice(1, -1).reverse();
  const { alignCorners } = c.options;
  const period = (size: number): number => fromPixels(size, size, alignCorners) - fromPixels(0, size, alignCorners);
  const moved = Array.from(c.grid.data, (g, i) => g + periods * period(sizes[i % sizes.length]));
  const far: GridSampleCase = { ...c, grid: { shape: c.grid.shape, data: moved } };
  for (const quantity of QUANTITIES) {
    const law = `the same ${periods > 0 ? periods : -periods} images ${periods > 0 ? 'before' : 'behind'}`;
    await agrees(context, far, quantity, await evaluate(c, quantity), law);
  }
}

/** The same points in a tiled image, which other paddings read as well. */
async function equalsTiled(context: CheckContext, c: GridSampleCase): Promise<void> {
  const { op, dimensions, image, grid } = c;
  const { mode, alignCorners } = c.options;
  const [{ paddingMode }] = declaredCells(context.backend, { op, mode, dimensions });
  const sizes = image.shape.slice(1, -1);
  const data = Array.from(grid.data, (g) => g / TILES + 1 / TILES);
  const tiled: GridSampleCase = {
    ...c,
    image: sizes.reduce(
      (array, size, axis) =>
        take(
          array,
          axis + 1,
          Array.from({ length: TILES * size }, (_, i) => i % size),
        ),
      image,
    ),
    grid: { shape: grid.shape, data },
    options: { mode, paddingMode, alignCorners },
  };
  const law = 'what a tiled image gives';
  await agrees(context, c, 'output', await evaluate(tiled, 'output'), law);
  // One unit of a coordinate is as many tiles as there are.
  const slopes = Array.from(await evaluate(tiled, 'dGrid'), (slope) => slope / TILES);
  await agrees(context, c, 'dGrid', slopes, law);
  await agrees(context, c, 'dImage', folded(await evaluate(tiled, 'dImage'), tiled.image, image), law);
}

/** Coordinates are exact, so that only values are rounded, on both sides: there is one side of each kink. */
async function agrees(
  context: CheckContext,
  c: GridSampleCase,
  quantity: Quantity,
  expected: ArrayLike<number>,
  law: string,
): Promise<void> {
  const precision = { ...precisionOf(context.backend.capabilities), exactCoordinates: true };
  const allowed = accept(c, quantity, precision).map(width);
  requireClose(c, quantity, await evaluate(c, quantity), expected, (element) => allowed[element], law);
}

/** The sum over all tiles of an image, pixel by pixel. */
function folded(data: ArrayLike<number>, { shape: tiled }: NdArray, { shape }: NdArray): Float64Array {
  const sums = new Float64Array(shape.reduce((product, length) => product * length, 1));
  for (let i = 0; i < data.length; i++) {
    let rest = i;
    let to = 0;
    let stride = 1;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      to += stride * ((rest % tiled[axis]) % shape[axis]);
      stride *= shape[axis];
      rest = Math.floor(rest / tiled[axis]);
    }
    sums[to] += data[i];
  }
  return sums;
}
