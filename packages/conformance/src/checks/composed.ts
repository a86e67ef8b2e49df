import { affineGrid, gridSample } from '@cropgrad/core';
import { grads, type Tensor, type Tensor3D, type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { affineSampleCase } from '../arbitraries/cases.js';
import type { AffineSampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, type CheckContext, declares, type Subject } from '../check.js';
import { toTensor } from '../evaluate.js';
import { channelsLast, inLayout } from '../layout.js';
import { forAllCases } from '../property.js';
import { requireRelated } from '../relate.js';

/** affineSample equals affineGrid then gridSample, and so do the gradients that flow through both. */
export const composedChecks: readonly Check[] = ([2, 3] as const).map((dimensions): Check => {
  const covers = { op: 'affineSample', dimensions } as const;
  return {
    id: `law/fused-equals-composed/affineSample/${dimensions}-D`,
    title: 'affineSample equals affineGrid then gridSample, forward and both gradients, within rounding',
    kind: 'law',
    covers,
    applies: (backend) => cellsOfBoth(backend, covers).length > 0,
    run: (context) => {
      const cells = fc.constantFrom(...cellsOfBoth(context.backend, covers));
      const cases = cells.chain((cell) => affineSampleCase(cell, 'tame'));
      return forAllCases(context, cases, (c) => holds(context, c));
    },
  };
});

/** The options that a backend declares for affineSample and for gridSample. */
function cellsOfBoth(backend: Subject, covers: { op: 'affineSample'; dimensions: 2 | 3 }): Cell[] {
  return declaredCells(backend, covers).filter((cell) => declares(backend, { ...cell, op: 'gridSample' }));
}

async function holds(context: CheckContext, c: AffineSampleCase): Promise<void> {
  const { dataFormat } = c.options;
  const composed = tidy(() => {
    const image = toTensor(inLayout(c.image, dataFormat));
    const theta = toTensor(c.theta);
    const [dImage, dTheta] = grads((x, y) => throughGrid(c, x, y))(
      [image, theta],
      toTensor(inLayout(c.dy, dataFormat)),
    );
    return { output: throughGrid(c, image, theta), dImage, dTheta };
  });
  for (const quantity of ['output', 'dImage', 'dTheta'] as const) {
    const tensor = composed[quantity];
    const result = { shape: tensor.shape, data: await tensor.data() };
    tensor.dispose();
    const expected = dataFormat === 'NCHW' && quantity !== 'dTheta' ? channelsLast(result) : result;
    await requireRelated(context, c, quantity, expected, 'through a grid it');
  }
}

function throughGrid({ size, options, dimensions }: AffineSampleCase, image: Tensor, theta: Tensor): Tensor {
  const { alignCorners } = options;
  const [a, b, d] = size;
  return dimensions === 2
    ? gridSample(image as Tensor4D, affineGrid(theta as Tensor3D, [a, b], { alignCorners }), options)
    : gridSample(image as Tensor5D, affineGrid(theta as Tensor3D, [a, b, d], { alignCorners }), options);
}
