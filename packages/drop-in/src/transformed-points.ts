import {
  add,
  concat,
  customGrad,
  div,
  equal,
  fill,
  type GradSaveFunc,
  mul,
  neg,
  type Rank,
  reshape,
  split,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';

/**
 * Where transforms [N,8] put each pixel of an output [h,w], [N,h,w,2] = (x, y) in pixels of the image; (NaN, NaN) where the divisor
 * is 0. Differentiable, once.
 */
export function transformedPoints(transforms: Tensor2D, size: readonly [number, number]): Tensor4D {
  return customGrad((...args) => {
    // tfjs appends `save` to the inputs; what the gradient needs must go through it.
    const [given, save] = args as [Tensor, GradSaveFunc];
    save([given]);
    const value = tidy(() => {
      const { x, y } = projected(given, size);
      return concat(
        [x, y].map((one) => reshape<Rank.R4>(one, [-1, ...size, 1])),
        3,
      ) as Tensor4D;
    });
    const gradFunc = (dy: Tensor, [saved]: Tensor[]): Tensor => tidy(() => byTransforms(dy, saved, size));
    return { value, gradFunc };
  })(transforms);
}

/** x, y and the divisor of every output pixel, [N,h,w] each. */
function projected(transforms: Tensor, [h, w]: readonly [number, number]): { x: Tensor; y: Tensor; k: Tensor } {
  const [a0, a1, a2, b0, b1, b2, c0, c1] = split(transforms, 8, 1).map((one) => reshape(one, [-1, 1, 1]));
  const { columns, rows } = places(h, w);
  const along = (byX: Tensor, byY: Tensor, shift: Tensor | number): Tensor =>
    add(add(mul(byX, columns), mul(byY, rows)), shift);
  const k = along(c0, c1, 1);
  const nowhere = fill(k.shape, Number.NaN);
  const isZero = equal(k, 0);
  const divided = (of: Tensor): Tensor => where(isZero, nowhere, div(of, k));
  return { x: divided(along(a0, a1, a2)), y: divided(along(b0, b1, b2)), k };
}

/** With p = (x, y, 1): each row of numbers gets the sum of what flows into its product with p, over k. */
function byTransforms(dy: Tensor, transforms: Tensor, [h, w]: readonly [number, number]): Tensor {
  const { x, y, k } = projected(transforms, [h, w]);
  const { columns, rows } = places(h, w);
  const isZero = equal(k, 0);
  const [dx, dyy] = split(dy, 2, 3).map((one) => reshape(one, k.shape));
  const counted = (of: Tensor): Tensor => where(isZero, zerosLike(of), div(of, k));
  const total = (of: Tensor): Tensor => reshape(sum(of, [1, 2]), [-1, 1]);
  const [forX, forY] = [counted(dx), counted(dyy)];
  const forK = counted(neg(add(mul(dx, x), mul(dyy, y))));
  const sums = (of: Tensor): Tensor[] => [total(mul(of, columns)), total(mul(of, rows)), total(of)];
  return concat([...sums(forX), ...sums(forY), ...sums(forK).slice(0, 2)], 1);
}

function places(h: number, w: number): { columns: Tensor; rows: Tensor } {
  const counted = (length: number): number[] => Array.from({ length }, (_, i) => i);
  return { columns: tensor(counted(w), [1, 1, w]), rows: tensor(counted(h), [1, h, 1]) };
}
