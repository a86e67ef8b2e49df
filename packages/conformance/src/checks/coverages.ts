import { coverage } from '@cropgrad/core';
import { grad, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { coordinateGradient, coordinatesOf, type SampleCase } from '../case.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { toTensor } from '../evaluate.js';
import { forAllCases } from '../property.js';
import { spread } from '../relate.js';
import { accept } from '../tolerance/index.js';
import { widened } from '../tolerance/interval.js';
import { precisionOf } from '../tolerance/precision.js';
import { requireAccepted } from '../verify.js';
import { SAMPLERS } from './calls.js';

/** Each random case is two calls, and the ops are of tfjs: fewer of them do. */
const CASES_PER_RUN = 1 / 10;

/** How much of a sample is inside, which core composes of samples of rows of ones, one for each axis. */
export const coverageChecks: readonly Check[] = SAMPLERS.map(({ op, dimensions }): Check => {
  const covers = { op, dimensions, paddingMode: 'zeros' } as const;
  return {
    id: `law/coverage/${op}/${dimensions}-D`,
    title: 'coverage and its gradient are those of an image of ones around which there is 0',
    kind: 'law',
    covers,
    applies: (backend) => declares(backend, covers),
    run: (context) => {
      const cases = anyCell(context.backend, covers).chain((cell) => sampleCase(cell).map(ofOnes));
      const few = { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) };
      return forAllCases(few, cases, (c) => isCoverage(context, c));
    },
  };
});

/** The same points in one image of ones. */
function ofOnes(c: SampleCase): SampleCase {
  const spatial = c.image.shape.slice(1, -1);
  const image = { shape: [1, ...spatial, 1], data: new Float32Array(spatial.reduce((a, b) => a * b, 1)).fill(1) };
  const shape = [...c.dy.shape.slice(0, -1), 1];
  const dy = {
    shape,
    data: Array.from(c.dy.data).slice(
      0,
      shape.reduce((a, b) => a * b, 1),
    ),
  };
  const { mode, paddingMode, alignCorners } = c.options;
  return { ...c, image, dy, options: { mode, paddingMode, alignCorners } };
}

async function isCoverage(context: CheckContext, c: SampleCase): Promise<void> {
  const imageSize = c.image.shape.slice(1, -1);
  const { mode, alignCorners } = c.options;
  const size = c.op === 'gridSample' ? undefined : c.size;
  const covered = (points: Tensor): Tensor =>
    Reflect.apply(coverage, undefined, [points, imageSize, size, { mode, alignCorners }]);
  const precision = precisionOf(context.backend.capabilities);
  for (const quantity of ['output', coordinateGradient(c.op)] as const) {
    const result = tidy(() => {
      const points = toTensor(coordinatesOf(c));
      return quantity === 'output' ? covered(points) : grad(covered)(points, toTensor(c.dy));
    });
    const got = await result.data();
    result.dispose();
    // A product of as many samples as there are axes, each of which is rounded.
    const widths = spread(context, c, quantity);
    const accepted = accept(c, quantity, precision).map((one, i) => widened(one, c.dimensions * widths[i]));
    requireAccepted(c, quantity, accepted, got);
  }
}
