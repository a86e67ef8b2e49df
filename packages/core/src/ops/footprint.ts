import {
  add,
  cast,
  concat,
  div,
  greater,
  greaterEqual,
  less,
  maximum,
  minimum,
  mul,
  reshape,
  slice,
  split,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  tensor,
  where,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.js';

/**
 * How much of the footprint of each point of an affine grid lies between -1 and 1, on all axes together: their product, of
 * `shape`, which has the grid's points. On each axis a footprint is as long as what the axis turns in one step: with the steps
 * s_j of an output, x first, kappa_k = hypot over j of theta_kj s_j, from u - kappa/2 to u + kappa/2 around the point's u.
 */
export function footprint(grid: Tensor, theta: Tensor, steps: readonly number[], shape: number[]): Tensor {
  const dimensions = steps.length;
  const perAxis = (x: Tensor): Tensor[] => split(x, dimensions, -1);
  return differentiable(
    [grid, theta],
    (u, t) =>
      reshape(
        perAxis(overlap(u, lengths(t, steps)).part).reduce((all, one) => mul(all, one)),
        shape,
      ),
    (dy, u, t) => {
      const kappa = lengths(t, steps);
      const { part, byPoint, byLength } = overlap(u, kappa);
      const parts = perAxis(part);
      const others = parts.map((_, k) => parts.filter((_, other) => other !== k).reduce((all, one) => mul(all, one)));
      const flowing = mul(reshape(dy, [...u.shape.slice(0, -1), 1]), concat(others, -1));
      const spatial = u.shape.slice(1, -1).map((_, axis) => axis + 1);
      const dkappa = reshape(sum(mul(flowing, byLength), spatial), [t.shape[0], dimensions, 1]);
      return [mul(flowing, byPoint), mul(dkappa, lengthSlopes(t, steps, kappa))];
    },
  );
}

/** The lengths of the footprints [N,1,1,d], or with another 1 in 3-D, broadcast over the points. */
function lengths(theta: Tensor, steps: readonly number[]): Tensor {
  const n = theta.shape[0];
  const scaled = mul(slice(theta, [0, 0, 0], [-1, -1, steps.length]), tensor([...steps], [1, 1, steps.length]));
  return reshape(sqrt(sum(square(scaled), 2)), [n, ...steps.map(() => 1), steps.length]);
}

/** Their derivatives by theta, [N,d,d+1]. */
function lengthSlopes(theta: Tensor, steps: readonly number[], kappa: Tensor): Tensor {
  const [n, rows] = theta.shape;
  const squares = tensor(
    [...steps, 0].map((step) => step * step),
    [1, 1, rows + 1],
  );
  const slopes = div(mul(theta, squares), reshape(kappa, [n, rows, 1]));
  // The shift has no part in a length, even where it is not finite.
  return concat([slice(slopes, [0, 0, 0], [-1, -1, rows]), zeros([n, rows, 1])], 2);
}

/** The part of each footprint between -1 and 1, and its derivatives by the point and by the length; 0 for what is not finite. */
function overlap(u: Tensor, kappa: Tensor): { part: Tensor; byPoint: Tensor; byLength: Tensor } {
  const half = div(kappa, 2);
  const near = sub(u, half);
  const far = add(u, half);
  const length = sub(minimum(far, 1), maximum(near, -1));
  const isThere = greater(length, 0);
  const none = zerosLike(length);
  const part = where(isThere, div(length, kappa), none);
  const nearInside = cast(greaterEqual(near, -1), 'float32');
  const farInside = cast(less(far, 1), 'float32');
  const byPoint = where(isThere, div(sub(farInside, nearInside), kappa), none);
  const byLength = where(isThere, div(sub(div(add(nearInside, farInside), 2), part), kappa), none);
  return { part, byPoint, byLength };
}
