import {
  abs,
  cast,
  concat,
  div,
  max,
  maximum,
  reshape,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { Metric } from '../metric.js';

/** Pairs of grey images [N,…,1], and where they may be looked at: masks of the same shapes, of 0 and 1. */
export interface Pairs {
  readonly moving: Tensor;
  readonly fixed: Tensor;
  readonly movingMask: Tensor | null;
  readonly fixedMask: Tensor | null;
}

/** What images were before they were given zero mean and unit variance. */
export interface Contrast {
  /** The standard deviation of the fixed image. */
  readonly deviation: number;
  /** Whether one of the two has less contrast than a grey level of 255. */
  readonly flat: boolean;
}

/**
 * The images with about zero mean and unit variance, each by its own; for metrics of differences, both by those of the fixed one.
 * What is masked is 0. New tensors.
 */
export async function standardised(
  { moving, fixed, movingMask, fixedMask }: Pairs,
  metric: Metric,
): Promise<{ moving: Tensor; fixed: Tensor; contrasts: Contrast[] }> {
  const [ofMoving, ofFixed, numbers] = tidy(() => {
    const movingStatistics = statistics(moving, movingMask);
    const fixedStatistics = statistics(fixed, fixedMask);
    return [
      scaled(moving, metric === 'zncc' ? movingStatistics : fixedStatistics, movingMask),
      scaled(fixed, fixedStatistics, fixedMask),
      concat(
        [...movingStatistics, ...fixedStatistics].map((one) => reshape(one, [-1, 1])),
        1,
      ),
    ];
  });
  const values = await numbers.data();
  numbers.dispose();
  const contrasts = Array.from({ length: values.length / 6 }, (_, pair) => {
    const [, a, largestA, , b, largestB] = values.subarray(pair * 6, pair * 6 + 6);
    // Not "less than", so that what is not finite is flat, too.
    return { deviation: b, flat: !(a >= largestA / 255 && b >= largestB / 255 && a > 0 && b > 0) };
  });
  return { moving: ofMoving, fixed: ofFixed, contrasts };
}

/** Mean, standard deviation and largest size of each image, where its mask is 1. */
function statistics(images: Tensor, mask: Tensor | null): [mean: Tensor, deviation: Tensor, largest: Tensor] {
  const shown = masked(images, mask);
  const axes = images.shape.map((_, axis) => axis).slice(1);
  const count = mask ? maximum(sum(mask, axes, true), 1) : images.size / images.shape[0];
  const mean = div(sum(shown, axes, true), count);
  const variance = div(sum(square(masked(sub(images, mean), mask)), axes, true), count);
  return [mean, sqrt(variance), max(abs(shown), axes, true)];
}

function scaled(images: Tensor, [mean, deviation]: readonly Tensor[], mask: Tensor | null): Tensor {
  return masked(div(sub(images, mean), maximum(deviation, 1e-30)), mask);
}

function masked(images: Tensor, mask: Tensor | null): Tensor {
  return mask ? where(cast(mask, 'bool'), images, zerosLike(images)) : images;
}
