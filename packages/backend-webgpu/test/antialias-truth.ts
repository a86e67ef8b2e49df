import type { PaddingMode } from '@cropgrad/core';

/** An antialiased call of one crop of one image, of one channel; sizes and places are in x, y(, z) order. */
export interface AntialiasedCall {
  mode: 'bilinear' | 'bicubic';
  paddingMode: PaddingMode;
  alignCorners: boolean;
  widen: number;
  fillValue: number;
  imageSize: readonly number[];
  size: readonly number[];
  image: ArrayLike<number>;
}

/** What an output reads along an axis: pixels with their weights, which sum to 1, and how much of it is inside. */
interface Read {
  taps: readonly (readonly [pixel: number, weight: number])[];
  inside: number;
}

/** What every output reads on every axis, under an affine theta or, of nine numbers, a perspective one. */
function reads(call: AntialiasedCall, theta: ArrayLike<number>): Read[][] {
  const { size, imageSize, alignCorners } = call;
  const dimensions = size.length;
  const spanOf = (length: number): number => (alignCorners ? length - 1 : length);
  const isPerspective = theta.length === 9;
  return places(size).map((place) => {
    const base = [
      ...place.map((j, a) => (2 * j + 1 - size[a]) / (alignCorners ? Math.max(size[a] - 1, 1) : size[a])),
      1,
    ];
    const row = (r: number): number => base.reduce((sum, b, c) => sum + theta[r * (dimensions + 1) + c] * b, 0);
    const w = isPerspective ? row(2) : 1;
    return imageSize.map((length, a) => {
      const at = row(a) / w;
      const perOutput = size.map((outputs, c) => {
        const derivative = (theta[a * (dimensions + 1) + c] - (isPerspective ? at * theta[6 + c] : 0)) / w;
        return spanOf(outputs) === 0 ? 0 : (derivative * spanOf(length)) / spanOf(outputs);
      });
      return read(call, (at * spanOf(length) + length - 1) / 2, Math.max(1, Math.hypot(...perOutput)), length);
    });
  });
}

function read(call: AntialiasedCall, x: number, footprint: number, length: number): Read {
  const { mode, paddingMode, widen } = call;
  const [width, radius] = [widen * footprint, mode === 'bilinear' ? 1 : 2];
  const r = padded(call, x, length);
  const weights = new Map<number, number>();
  let sum = 0;
  for (let k = Math.ceil(r - radius * width); k <= r + radius * width; k++) {
    const pixel = paddingMode === 'wrap' ? k - length * Math.floor(k / length) : k;
    if (pixel < 0 || pixel >= length) continue;
    const weight = kernel(mode, Math.abs(k - r) / width);
    weights.set(pixel, (weights.get(pixel) ?? 0) + weight);
    sum += weight;
  }
  const [from, to] = [Math.max(x - footprint / 2, -0.5), Math.min(x + footprint / 2, length - 0.5)];
  const inside = paddingMode === 'zeros' ? Math.max(0, to - from) / footprint : 1;
  return { taps: [...weights].map(([pixel, weight]) => [pixel, weight / sum] as const), inside };
}

function padded({ paddingMode, alignCorners }: AntialiasedCall, x: number, length: number): number {
  if (paddingMode === 'border') return Math.min(Math.max(x, -0.5), length - 0.5);
  if (paddingMode !== 'reflection') return x;
  const [low, span] = alignCorners ? [0, length - 1] : [-0.5, length];
  const phase = Math.abs(x - low) % (2 * span);
  return low + Math.min(phase, 2 * span - phase);
}

function kernel(mode: 'bilinear' | 'bicubic', d: number): number {
  if (mode === 'bilinear') return Math.max(0, 1 - d);
  if (d <= 1) return 1.5 * d ** 3 - 2.5 * d ** 2 + 1;
  return d < 2 ? -0.5 * (d ** 3 - 5 * d ** 2 + 8 * d - 4) : 0;
}

/** Every place of a size, x fastest. */
function places(size: readonly number[]): number[][] {
  let all: number[][] = [[]];
  for (const length of size) all = Array.from({ length }, (_, j) => all.map((place) => [...place, j])).flat();
  return all;
}

/** The pixels that an output reads, with the products of their weights. */
function products(axes: readonly Read[], imageSize: readonly number[]): { pixel: number; weight: number }[] {
  const steps = imageSize.map((_, a) => imageSize.slice(0, a).reduce((step, length) => step * length, 1));
  let all = [{ pixel: 0, weight: 1 }];
  for (const [a, { taps, inside }] of axes.entries()) {
    all = taps.flatMap(([k, w]) =>
      all.map(({ pixel, weight }) => ({ pixel: pixel + k * steps[a], weight: weight * w * inside })),
    );
  }
  return all;
}

/** The crop, x fastest, in float64. */
export function trueCrop(call: AntialiasedCall, theta: ArrayLike<number>): number[] {
  return reads(call, theta).map((axes) => {
    const inside = axes.reduce((product, axis) => product * axis.inside, 1);
    const sum = products(axes, call.imageSize).reduce((s, { pixel, weight }) => s + weight * call.image[pixel], 0);
    return sum + (1 - inside) * call.fillValue;
  });
}

/** The gradient by the image. */
export function trueImageGradient(
  call: AntialiasedCall,
  theta: ArrayLike<number>,
  dy: ArrayLike<number>,
): Float64Array {
  const gradient = new Float64Array(call.image.length);
  for (const [n, axes] of reads(call, theta).entries()) {
    for (const { pixel, weight } of products(axes, call.imageSize)) gradient[pixel] += weight * dy[n];
  }
  return gradient;
}

/** The gradient by theta, by central differences. */
export function trueThetaGradient(call: AntialiasedCall, theta: ArrayLike<number>, dy: ArrayLike<number>): number[] {
  const step = 2e-8;
  const loss = (k: number, by: number): number => {
    const moved = Array.from(theta, (entry, at) => (at === k ? entry + by : entry));
    return trueCrop(call, moved).reduce((sum, value, n) => sum + value * dy[n], 0);
  };
  return Array.from(theta, (_, k) => (loss(k, step) - loss(k, -step)) / (2 * step));
}
