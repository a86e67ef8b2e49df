import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { coordinateGradient, type NdArray, type Quantity, type SampleCase } from '../case.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { forAllCases } from '../property.js';
import { backwards, reversed } from '../rearrange.js';
import { evaluated, requireRelated } from '../relate.js';

/** A change of a case, and what it does to every quantity. */
interface Rearranging {
  name: string;
  title: string;
  change(c: SampleCase): SampleCase;
  /** What the changed case must answer, given what the original answers. */
  follow(quantity: Quantity, answer: NdArray): NdArray;
  law: string;
}

const REARRANGINGS: readonly Rearranging[] = [
  {
    name: 'batch-permutation',
    title: 'crops and images in another order give the same crops in that order',
    change: backwardsBatch,
    follow: (_quantity, answer) => reversed(answer, 0),
    law: 'the same element before the batch was reversed',
  },
  {
    name: 'channel-permutation',
    title: 'channels in another order give the same channels in that order',
    change: (c) => ({
      ...c,
      image: reversed(c.image, c.image.shape.length - 1),
      dy: reversed(c.dy, c.dy.shape.length - 1),
    }),
    follow: (quantity, answer) =>
      quantity === 'output' || quantity === 'dImage' ? reversed(answer, answer.shape.length - 1) : answer,
    law: 'the same element before the channels were reversed',
  },
  {
    name: 'layout',
    title: 'NHWC equals NCHW',
    change: (c) => {
      const dataFormat = c.options.dataFormat === 'NCHW' ? 'NHWC' : 'NCHW';
      return { ...c, options: { ...c.options, dataFormat } };
    },
    follow: (_quantity, answer) => answer,
    law: 'the same element in the other layout',
  },
];

/** Laws that say how results move when the batch, the channels or the layout is rearranged. */
export const rearrangingChecks: readonly Check[] = REARRANGINGS.flatMap((rearranging) =>
  (['gridSample', 'affineSample'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, dimensions };
      return {
        id: `law/${rearranging.name}/${op}/${dimensions}-D`,
        title: rearranging.title,
        kind: 'law',
        covers,
        applies: (backend) => declares(backend, covers),
        run: (context) => {
          const cases = anyCell(context.backend, covers).chain((cell) => sampleCase(cell));
          return forAllCases(context, cases, (c) => holds(context, rearranging, c));
        },
      };
    }),
  ),
);

async function holds(context: CheckContext, { change, follow, law }: Rearranging, c: SampleCase): Promise<void> {
  const changed = change(c);
  for (const quantity of ['output', 'dImage', coordinateGradient(c.op)] as const) {
    const expected = follow(quantity, await evaluated(c, quantity));
    await requireRelated(context, changed, quantity, expected, law);
  }
}

/** Crops, images and the index from crops to images, all from last to first. */
function backwardsBatch(c: SampleCase): SampleCase {
  const images = c.image.shape[0];
  const crops = c.dy.shape[0];
  const before = (n: number): number => c.options.imageIndex?.[n] ?? (images === 1 ? 0 : n);
  const imageIndex = backwards(crops).map((n) => images - 1 - before(n));
  const rest = { image: reversed(c.image, 0), dy: reversed(c.dy, 0), options: { ...c.options, imageIndex } };
  switch (c.op) {
    case 'gridSample':
      return { ...c, ...rest, grid: reversed(c.grid, 0) };
    case 'affineSample':
    case 'perspectiveSample':
      return { ...c, ...rest, theta: reversed(c.theta, 0) };
    case 'crop':
      return { ...c, ...rest, boxes: reversed(c.boxes, 0) };
  }
}
