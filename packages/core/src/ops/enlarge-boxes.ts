import { add, concat, mul, split, sub, type Tensor, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import type { BoxesInput, OrUnranked } from '../inputs/argument-types.js';
import { describeValue } from '../inputs/describe-value.js';
import { readBoxes } from '../inputs/read-boxes.js';
import { linear } from './linear.js';

/**
 * Makes boxes `factor` times as long along each axis, about their centres: 1.2 leaves a tenth of room on each side.
 *
 * Boxes are [N,4] = (x, y, x2, y2) or [N,6], normalised or not; so is the result. A factor below 1 makes them smaller, one
 * below 0 mirrors them. Differentiable by the boxes, any number of times.
 *
 * @param boxes - [N,4] or [N,6], in any unit
 * @param factor - how many times as long each side becomes
 * @returns Boxes of the same shape and unit.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, or `INVALID_OPTION` for a factor that is
 * no finite number.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { enlargeBoxes } from '@cropgrad/core';
 *
 * const boxes = enlargeBoxes([[-0.5, -0.5, 0.5, 0.5]], 1.5);
 * console.log(await boxes.array()); // [ [ -0.75, -0.75, 0.75, 0.75 ] ]
 * ```
 * @pytorch None. By hand:
 * ```py
 * near, far = boxes.chunk(2, 1)
 * centre, half = (near + far) / 2, factor * (far - near) / 2
 * boxes = torch.cat([centre - half, centre + half], 1)
 * ```
 * @see {@link squareBoxes} and {@link letterboxBoxes} change the shape, too.
 * @guide coordinates
 */
export function enlargeBoxes<B>(boxes: OrUnranked<BoxesInput, B>, factor: number): Tensor2D;
export function enlargeBoxes(boxes: BoxesInput, factor: number): Tensor2D {
  return tidy(() => {
    const op = 'enlargeBoxes';
    const corners = readBoxes(op, boxes, 2, 'pixels');
    if (!Number.isFinite(factor)) {
      throw new CropError('INVALID_OPTION', {
        what: `${op}: factor`,
        got: describeValue(factor),
        expected: 'a finite number',
        next: 'Pass 1.2 for boxes that are 1.2 times as long along each axis',
      });
    }
    // Symmetric, so it is its own transpose. Each end moves by a share of the length; with a factor of 1, not at all.
    const enlarged = (x: Tensor): Tensor2D => {
      const [near, far] = split(x, 2, 1);
      const outwards = mul(sub(far, near), (factor - 1) / 2);
      return concat([sub(near, outwards), add(far, outwards)], 1) as Tensor2D;
    };
    return linear<Tensor2D>(corners, enlarged, enlarged);
  });
}
