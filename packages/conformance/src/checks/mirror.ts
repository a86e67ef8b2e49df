import { anyCell } from '../arbitraries/any-cell.js';
import { cropCase } from '../arbitraries/cases.js';
import type { CropCase, NdArray, Quantity } from '../case.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { forAllCases } from '../property.js';
import { reversed, take } from '../rearrange.js';
import { evaluated, requireRelated } from '../relate.js';

/** A box with two opposite sides swapped gives the mirrored crop. */
export const mirrorChecks: readonly Check[] = ([2, 3] as const).map((dimensions): Check => {
  const covers = { op: 'crop', dimensions } as const;
  return {
    id: `law/mirror/crop/${dimensions}-D`,
    title: 'a mirrored box gives the mirrored crop, and mirrored gradients the same gradients',
    kind: 'law',
    covers,
    applies: (backend) => declares(backend, covers),
    run: (context) => {
      const cases = anyCell(context.backend, covers).chain((cell) => cropCase(cell));
      return forAllCases(context, cases, async (c) => {
        for (let k = 0; k < dimensions; k++) await mirrors(context, c, k);
      });
    },
  };
});

/** Coordinate k is x, y or z; the axis of the crop is counted from the last but one, backwards. */
async function mirrors(context: CheckContext, c: CropCase, k: number): Promise<void> {
  const axis = c.dimensions - k;
  const order = Array.from({ length: 2 * c.dimensions }, (_, corner) => corner);
  order[k] = k + c.dimensions;
  order[k + c.dimensions] = k;
  const mirrored: CropCase = { ...c, boxes: take(c.boxes, 1, order), dy: reversed(c.dy, axis) };
  const follow: [Quantity, (answer: NdArray) => NdArray][] = [
    ['output', (answer) => reversed(answer, axis)],
    ['dImage', (answer) => answer],
    ['dBoxes', (answer) => take(answer, 1, order)],
  ];
  for (const [quantity, expected] of follow) {
    const answer = expected(await evaluated(c, quantity));
    await requireRelated(context, mirrored, quantity, answer, 'the same element of the box that is not mirrored');
  }
}
