import { gridSampleJvp } from '@cropgrad/core';
import { type Tensor, type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { gridSampleCase } from '../arbitraries/cases.js';
import { noise } from '../arbitraries/noise.js';
import type { GridSampleCase } from '../case.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { toTensor } from '../evaluate.js';
import { inLayout } from '../layout.js';
import { explained } from '../property.js';
import { precisionOf } from '../tolerance/precision.js';
import { counts, isStored } from './ownership.js';
import { slopeGradient } from './slope-differences.js';

/** How many random calls are tried. */
const CASES = 3;
/** So many calls of the same kind show a leak that does not come with each of them. */
const REPEATS = 12;

/** What kernels of tangents owe the memory they are lent. */
export const secondDerivativeMannerChecks: readonly Check[] = ([2, 3] as const).map((dimensions): Check => {
  const covers = { op: 'gridSample', dimensions } as const;
  return {
    id: `edge/second-derivative-memory/gridSample/${dimensions}-D`,
    title:
      'gradients of gradients leave nothing behind, and a derivative along a tangent leaves its inputs as they were',
    kind: 'edge',
    covers,
    applies: (backend) => backend.capabilities.order === 2 && declares(backend, covers),
    async run(context) {
      const cases = anyCell(context.backend, covers).filter(({ mode }) => mode !== 'nearest');
      const drawn = fc.sample(
        cases.chain((cell) => gridSampleCase(cell, 'tame')),
        { numRuns: CASES, seed: context.seed },
      );
      for (const c of drawn) {
        await explained(
          () => describeCase(c),
          async () => {
            await leavesNothing(c);
            await leavesInputsAlone(context, c);
          },
        );
      }
    },
  };
});

async function leavesNothing(c: GridSampleCase): Promise<void> {
  const tangent = noise(c.grid.shape, 1);
  for (const by of ['dy', 'image', 'grid'] as const) {
    // The first call may fill caches of the backend's own.
    await slopeGradient(c, by, tangent);
    const before = counts();
    for (let i = 0; i < REPEATS; i++) await slopeGradient(c, by, tangent);
    const left = counts().map((count, i) => count - before[i]);
    if (left.every((count) => count === 0)) continue;
    const [tensors, data, bytes] = left;
    throw new CheckFailure(
      `the gradient by ${by} of ⟨dGrid, tangent⟩ leaves ${tensors} tensors and the data of ${data} behind after ` +
        `${REPEATS} calls: ${bytes} bytes`,
    );
  }
}

async function leavesInputsAlone({ backend }: CheckContext, c: GridSampleCase): Promise<void> {
  const arrays = { image: inLayout(c.image, c.options.dataFormat), grid: c.grid, tangent: noise(c.grid.shape, 2) };
  const inputs = Object.values(arrays).map(toTensor);
  const [image, grid, tangent] = inputs;
  const result: Tensor = tidy(() =>
    c.dimensions === 2
      ? gridSampleJvp(image as Tensor4D, grid as Tensor4D, tangent as Tensor4D, c.options)
      : gridSampleJvp(image as Tensor5D, grid as Tensor5D, tangent as Tensor5D, c.options),
  );
  await result.data();
  result.dispose();
  for (const [i, [name, { data }]] of Object.entries(arrays).entries()) {
    const after = await inputs[i].data();
    inputs[i].dispose();
    const changed = after.findIndex(
      (value, k) => !isStored(value, Math.fround(data[k]), precisionOf(backend.capabilities)),
    );
    if (changed === -1) continue;
    throw new CheckFailure(
      `it writes to its input ${name}: entry ${changed} was ${data[changed]} and is ${after[changed]}`,
    );
  }
}
