/** How alike the slopes of two images are: see {@link gradientAgreement}. */
export interface Agreement {
  /** Over all of the image: -1 to 1. */
  whole: number;
  /** In the middle one of its blocks, by how alike they are. */
  middle: number;
  /** In all but the worst tenth of its blocks. */
  worst: number;
}

/**
 * Correlates the slopes of two images of one size, given row by row. Two pictures of different things may have values that
 * correlate, as both may be brighter at the top; their slopes do not.
 *
 * `middle` and `worst` are the median and the 10th percentile over blocks × blocks of the image, without those that have next to no
 * slopes. So one part that fits and another that does not are told from two that half fit.
 */
export function gradientAgreement(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  [height, width]: readonly [height: number, width: number],
  blocks: number,
): Agreement {
  const sums = Array.from({ length: blocks * blocks }, () => ({ both: 0, one: 0, other: 0 }));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [ax, ay] = slopes(one, height, width, y, x);
      const [bx, by] = slopes(other, height, width, y, x);
      const block = sums[Math.floor((y * blocks) / height) * blocks + Math.floor((x * blocks) / width)];
      block.both += ax * bx + ay * by;
      block.one += ax * ax + ay * ay;
      block.other += bx * bx + by * by;
    }
  }
  const whole = { both: 0, one: 0, other: 0 };
  for (const block of sums) {
    whole.both += block.both;
    whole.one += block.one;
    whole.other += block.other;
  }
  const enough = (ENOUGH * (whole.one + whole.other)) / sums.length;
  const each = sums.filter((block) => block.one + block.other > enough).map(correlation);
  return { whole: correlation(whole), middle: quantile(each, 0.5), worst: quantile(each, 0.1) };
}

/** Half the differences between the neighbours of a pixel, along x and y; the edge goes on beyond itself. */
function slopes(image: ArrayLike<number>, height: number, width: number, y: number, x: number): [number, number] {
  const row = y * width;
  return [
    (image[row + Math.min(x + 1, width - 1)] - image[row + Math.max(x - 1, 0)]) / 2,
    (image[Math.min(y + 1, height - 1) * width + x] - image[Math.max(y - 1, 0) * width + x]) / 2,
  ];
}

function correlation({ both, one, other }: { both: number; one: number; other: number }): number {
  return one > 0 && other > 0 ? both / Math.sqrt(one * other) : 0;
}

/** The q-quantile, between the two values that are nearest to it; 0 of none. */
function quantile(values: number[], q: number): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low] + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]);
}

/** Of the mean block's slopes. */
const ENOUGH = 0.2;
