import type { AffineSampleAttrs } from '@cropgrad/core/backend';

/** An antialiased crop of one image [1,…,C] in float64, by adding up all pixels for each output, as the rule is written. */
export interface FilterProblem {
  image: readonly number[];
  /** [H,W] or [D,H,W]. */
  imageSize: readonly number[];
  channels: number;
  /** [2,3], [3,4], or [3,3] in perspective. */
  theta: readonly number[];
  attrs: Pick<
    AffineSampleAttrs,
    'mode' | 'paddingMode' | 'alignCorners' | 'fillValue' | 'cubicCoefficient' | 'antialias' | 'size'
  >;
}

/** The crop, [1,…size,C]. */
export function filterByHand(problem: FilterProblem): number[] {
  const { image, imageSize, channels, attrs } = problem;
  const { size, fillValue } = attrs;
  const lengths = [...imageSize].reverse();
  const crop: number[] = [];
  const outputs = size.reduce((product, n) => product * n);
  for (let output = 0; output < outputs; output++) {
    const reads = readsAt(unravel(output, size), problem);
    const axes = reads.map(({ x, footprint }, axis) => axisWeights(x, footprint, lengths[axis], attrs));
    const inside = axes.reduce((product, { covered }) => product * covered, 1);
    for (let c = 0; c < channels; c++) {
      let value = inside === 0 ? fillValue : fillValue * (1 - inside);
      for (let pixel = 0; inside > 0 && pixel < image.length / channels; pixel++) {
        const at = unravel(pixel, imageSize);
        value += image[pixel * channels + c] * axes.reduce((w, { weights }, axis) => w * weights[at[axis]], inside);
      }
      crop.push(value);
    }
  }
  return crop;
}

/** The place of the n-th entry as x, y(, z). */
function unravel(n: number, size: readonly number[]): number[] {
  return [...size].reverse().map((length) => {
    const place = n % length;
    n = (n - place) / length;
    return place;
  });
}

/** Where an output is read along each axis of the image, in pixels, and how far the next ones are from there, at least 1. */
function readsAt(
  place: readonly number[],
  { imageSize, theta, attrs }: FilterProblem,
): { x: number; footprint: number }[] {
  const { size, alignCorners } = attrs;
  const dimensions = size.length;
  const perspective = theta.length === 9;
  const lengths = [...size].reverse();
  const apart = lengths.map((n) => (alignCorners ? (n > 1 ? 2 / (n - 1) : 0) : 2 / n));
  const base = place.map((j, axis) => apart[axis] * (j - (lengths[axis] - 1) / 2));
  const row = (r: number): readonly number[] => theta.slice(r * (dimensions + 1), (r + 1) * (dimensions + 1));
  const last = perspective ? row(2) : [...base.map(() => 0), 1];
  const dot = (entries: readonly number[]): number => [...base, 1].reduce((sum, b, k) => sum + entries[k] * b, 0);
  const w = dot(last);
  return base.map((_, axis) => {
    const length = imageSize[dimensions - 1 - axis];
    const perUnit = (alignCorners ? length - 1 : length) / 2;
    const [entries, numerator] = [row(axis), dot(row(axis))];
    const slopes = apart.map((step, k) => (perUnit * step * (entries[k] * w - numerator * last[k])) / w ** 2);
    const isBehind = w * Math.sign(last[dimensions]) <= 0;
    const x = (numerator / w + 1) * perUnit - (alignCorners ? 0 : 0.5);
    return { x: isBehind ? Number.NaN : x, footprint: Math.max(1, Math.hypot(...slopes)) };
  });
}

/** What each pixel of an axis weighs in an output, and how much of the output is inside. */
function axisWeights(
  x: number,
  footprint: number,
  length: number,
  { mode, paddingMode, alignCorners, cubicCoefficient: a, antialias }: FilterProblem['attrs'],
): { weights: number[]; covered: number } {
  if (Number.isNaN(x)) return { weights: [], covered: 0 };
  const kernel = (d: number): number => {
    const e = Math.abs(d);
    if (mode === 'bilinear') return Math.max(0, 1 - e);
    if (e <= 1) return (a + 2) * e ** 3 - (a + 3) * e ** 2 + 1;
    return e < 2 ? a * (e ** 3 - 5 * e ** 2 + 8 * e - 4) : 0;
  };
  const [low, span] = alignCorners ? [0, length - 1] : [-0.5, length];
  const fold = (d: number): number => low + (d % (2 * span) < span ? d % (2 * span) : 2 * span - (d % (2 * span)));
  const padded = { zeros: x, border: Math.min(Math.max(x, -0.5), length - 0.5), reflection: x, wrap: x };
  if (span > 0) padded.reflection = fold(Math.abs(x - low));
  const width = antialias * footprint;
  const weights = Array.from({ length }, (_, pixel) => {
    const d = (pixel - padded[paddingMode]) / width;
    if (paddingMode !== 'wrap') return kernel(d);
    const [lap, laps] = [length / width, Math.ceil((2 * width + Math.abs(x)) / length) + 1];
    return Array.from({ length: 2 * laps + 1 }, (_, n) => kernel(d + (n - laps) * lap)).reduce((p, q) => p + q);
  });
  const total = weights.reduce((sum, w) => sum + w, 0);
  const end = Math.min(x + footprint / 2, length - 0.5) - Math.max(x - footprint / 2, -0.5);
  const covered = paddingMode === 'zeros' ? Math.max(0, end) / footprint : 1;
  return { weights: weights.map((w) => w / total), covered };
}
