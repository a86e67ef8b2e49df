import { gridSample, PADDING_MODES, perspectiveGrid } from '@cropgrad/core';
import { grads, type Tensor, type Tensor3D, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { perspectiveSampleCase } from '../arbitraries/cases.js';
import type { PerspectiveSampleCase, Quantity } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, declares, type Subject } from '../check.js';
import { toTensor } from '../evaluate.js';
import { channelsLast, inLayout } from '../layout.js';
import { forAllCases } from '../property.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { requireAccepted, verify } from '../verify.js';

const QUANTITIES = ['output', 'dImage', 'dTheta'] as const;
const OP = 'perspectiveSample';

/** Agreement of perspectiveSample with the float64 oracle on random inputs, with every padding; the mode is drawn. */
const fusedChecks: readonly Check[] = PADDING_MODES.flatMap((paddingMode) =>
  QUANTITIES.map((quantity): Check => {
    const covers = { op: OP, paddingMode, dimensions: 2 } as const;
    return {
      id: `${quantity === 'output' ? 'forward' : quantity}/${OP}/${paddingMode}/2-D`,
      title: `${quantity === 'output' ? 'the result' : quantity} is the float64 oracle's, within rounding`,
      kind: quantity === 'output' ? 'oracle' : 'gradient',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => {
        const precision = precisionOf(context.backend.capabilities);
        const cases = anyCell(context.backend, covers).chain((cell) => perspectiveSampleCase(cell));
        return forAllCases(context, cases, (c) => verify(context, c, quantity, accept(c, quantity, precision)));
      },
    };
  }),
);

/** The same of perspectiveGrid and gridSample, so that the grid's own kernels are asked where fused ones are there. */
const composedCheck: Check = {
  id: `law/fused-equals-composed/${OP}/2-D`,
  title: "perspectiveGrid then gridSample answer the float64 oracle's perspectiveSample, forward and both gradients",
  kind: 'law',
  covers: { op: OP, dimensions: 2 },
  applies: (backend) => cellsOfBoth(backend).length > 0,
  run: (context) => {
    const cases = fc.constantFrom(...cellsOfBoth(context.backend)).chain((cell) => perspectiveSampleCase(cell));
    return forAllCases(context, cases, (c) => answersThroughGrid(context, c));
  },
};

/** Everything about perspective that an oracle answers. */
export const perspectiveChecks: readonly Check[] = [...fusedChecks, composedCheck];

/** The options that a backend declares for perspectiveSample and for gridSample. */
function cellsOfBoth(backend: Subject): Cell[] {
  return declaredCells(backend, { op: OP }).filter((cell) => declares(backend, { ...cell, op: 'gridSample' }));
}

async function answersThroughGrid(context: CheckContext, c: PerspectiveSampleCase): Promise<void> {
  const { dataFormat, alignCorners } = c.options;
  const [h, w] = c.size;
  const throughGrid = (image: Tensor, theta: Tensor): Tensor =>
    gridSample(image as Tensor4D, perspectiveGrid(theta as Tensor3D, [h, w], { alignCorners }), c.options);
  const answers: Record<(typeof QUANTITIES)[number], Tensor> = tidy(() => {
    const inputs = [toTensor(inLayout(c.image, dataFormat)), toTensor(c.theta)];
    const [dImage, dTheta] = grads(throughGrid)(inputs, toTensor(inLayout(c.dy, dataFormat)));
    return { output: throughGrid(inputs[0], inputs[1]), dImage, dTheta };
  });
  const precision = precisionOf(context.backend.capabilities);
  for (const quantity of QUANTITIES) {
    const tensor = answers[quantity];
    const result = { shape: tensor.shape, data: await tensor.data() };
    tensor.dispose();
    const { data } = dataFormat === 'NCHW' && hasChannels(quantity) ? channelsLast(result) : result;
    requireAccepted(c, quantity, accept(c, quantity, precision), data);
  }
}

function hasChannels(quantity: Quantity): boolean {
  return quantity !== 'dTheta';
}
