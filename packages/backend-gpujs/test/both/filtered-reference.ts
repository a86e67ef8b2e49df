import type { Mode, PaddingMode } from '@cropgrad/core';

/** An antialiased call of one image and one theta, [2,3], [3,4] or in perspective [3,3]. */
export interface FilteredCall {
  readonly image: readonly number[];
  /** [H,W] or [D,H,W]. */
  readonly imageSize: readonly number[];
  readonly theta: readonly number[];
  readonly isPerspective: boolean;
  /** [h,w] or [d,h,w]. */
  readonly size: readonly number[];
  readonly mode: Mode;
  readonly paddingMode: PaddingMode;
  readonly alignCorners: boolean;
  readonly fillValue: number;
  readonly widen: number;
}

/** What is read of one axis: pixels with their weights, which sum to `inside`. */
interface AxisList {
  readonly taps: { readonly pixel: number; readonly weight: number }[];
  readonly inside: number;
}

/** What an output reads: pixels, in the order of the image, with their weights; and fillValue, with its own. */
export interface OutputReads {
  readonly pixels: readonly { readonly at: number; readonly weight: number }[];
  readonly fill: number;
}

/** What each output reads, in float64, written down as it is defined: the products of lists of taps per axis. */
export function filteredReads(call: FilteredCall): OutputReads[] {
  const { imageSize, size } = call;
  const lengths = [...imageSize].reverse();
  const [w, h, d = 1] = [...size].reverse();
  return Array.from({ length: d * h * w }, (_, s) => {
    const output = [s % w, Math.floor(s / w) % h, Math.floor(s / w / h)].slice(0, size.length);
    const lists = axisLists(call, output, lengths);
    const inside = lists?.reduce((product, list) => product * list.inside, 1) ?? 0;
    if (!lists || inside === 0) return { pixels: [], fill: 1 };
    let pixels = [{ at: 0, weight: 1 }];
    lists.forEach(({ taps }, a) => {
      const stride = lengths.slice(0, a).reduce((product, length) => product * length, 1);
      pixels = pixels.flatMap(({ at, weight }) =>
        taps.map((tap) => ({ at: at + stride * tap.pixel, weight: weight * tap.weight })),
      );
    });
    return { pixels, fill: 1 - inside };
  });
}

function axisLists(call: FilteredCall, output: readonly number[], lengths: readonly number[]): AxisList[] | undefined {
  const { theta, isPerspective, size, alignCorners } = call;
  const outputs = [...size].reverse();
  const dimensions = size.length;
  const place = output.map((q, a) => {
    if (!alignCorners) return (2 * q + 1) / outputs[a] - 1;
    return outputs[a] > 1 ? (2 * q) / (outputs[a] - 1) - 1 : 0;
  });
  const entry = (row: number, column: number): number => theta[row * (dimensions + 1) + column];
  const rowAt = (row: number): number =>
    place.reduce((sum, p, column) => sum + entry(row, column) * p, entry(row, dimensions));
  const depth = isPerspective ? rowAt(dimensions) : 1;
  if (isPerspective && !(depth * (entry(dimensions, dimensions) < 0 ? -1 : 1) > 0)) return undefined;
  return lengths.map((length, a) => {
    const point = rowAt(a) / depth;
    const span = alignCorners ? length - 1 : length;
    const steps = outputs.map((count, along) => {
      const slope = isPerspective ? (entry(a, along) - point * entry(dimensions, along)) / depth : entry(a, along);
      const apart = alignCorners ? count - 1 : count;
      return apart > 0 ? (slope * span) / apart : 0;
    });
    const x = ((point + 1) * span) / 2 - (alignCorners ? 0 : 0.5);
    return axisList(call, x, Math.max(1, Math.hypot(...steps)), length, alignCorners ? 0 : -0.5, span);
  });
}

function axisList(
  { mode, paddingMode, widen }: FilteredCall,
  x: number,
  footprint: number,
  length: number,
  low: number,
  span: number,
): AxisList {
  const width = widen * footprint;
  const reach = (mode === 'bilinear' ? 1 : 2) * width;
  const r = centre(paddingMode, x, length, low, span);
  const taps: { pixel: number; weight: number }[] = [];
  for (let k = Math.ceil(r - reach); k <= r + reach; k++) {
    if (paddingMode !== 'wrap' && (k < 0 || k >= length)) continue;
    const weight = mode === 'bilinear' ? Math.max(0, 1 - Math.abs(k - r) / width) : keys(Math.abs(k - r) / width);
    taps.push({ pixel: ((k % length) + length) % length, weight });
  }
  const total = taps.reduce((sum, { weight }) => sum + weight, 0);
  const [start, end] = [Math.max(x - footprint / 2, -0.5), Math.min(x + footprint / 2, length - 0.5)];
  const inside = paddingMode === 'zeros' ? Math.max(0, end - start) / footprint : 1;
  return { inside, taps: taps.map(({ pixel, weight }) => ({ pixel, weight: (weight / total) * inside })) };
}

/** Keys's kernel with a = -1/2. */
function keys(d: number): number {
  if (d <= 1) return (1.5 * d - 2.5) * d * d + 1;
  return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
}

function centre(paddingMode: PaddingMode, x: number, length: number, low: number, span: number): number {
  if (paddingMode === 'border') return Math.min(Math.max(x, -0.5), length - 0.5);
  if (paddingMode !== 'reflection') return x;
  if (span === 0) return 0;
  const phase = (((x - low) % (2 * span)) + 2 * span) % (2 * span);
  return low + Math.min(phase, 2 * span - phase);
}
