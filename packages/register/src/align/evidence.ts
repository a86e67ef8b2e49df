import { concat, slice, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { Layer } from '../fit/layer.js';
import { ALL_INSIDE, sampleThrough } from '../fit/sample-through.js';

/** What speaks for a map: how alike the slopes of both images are, which those of different photos never are. */
export interface Evidence {
  /** The correlation of the slopes, -1 to 1. */
  readonly slopes: number;
  /** The same in the worst parts of the image: the tenth percentile over blocks that have slopes. */
  readonly worst: number;
  /** And in half of them. */
  readonly median: number;
}

/** Into how many blocks an axis is parted. */
const BLOCKS = 6;

/** Compares a pair through a map at one level, on the host. Both layers have a margin of 1. */
export async function evidence(moving: Layer, fixed: Layer, map: Float64Array, pair: number): Promise<Evidence> {
  const { size } = fixed;
  const both = tidy(() => {
    const seen = sampleThrough(moving, [map], [pair], size);
    const own = fixed.pixels.shape[0] === 1 ? 0 : pair;
    const origin = fixed.pixels.shape.map((_, axis) => (axis === 0 ? own : 0));
    const target: Tensor = slice(fixed.pixels, origin, [1, ...fixed.pixels.shape.slice(1)]);
    return concat([seen, target], 1);
  });
  try {
    return compared(await both.data<'float32'>(), size);
  } finally {
    both.dispose();
  }
}

/** Sums over a block: of the products of both images' slopes, and of the squares of each one's. */
interface Sums {
  both: number;
  image: number;
  target: number;
}

/** Of four images after each other: one, its mask, another, and its mask. */
function compared(values: Float32Array, size: readonly number[]): Evidence {
  const count = values.length / 4;
  const strides = size.map((_, axis) => size.slice(axis + 1).reduce((product, length) => product * length, 1));
  const blocks = Array.from({ length: BLOCKS ** size.length }, (): Sums => ({ both: 0, image: 0, target: 0 }));
  const inside = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    inside[pixel] = Number(values[count + pixel] >= ALL_INSIDE && values[3 * count + pixel] >= ALL_INSIDE);
  }
  const width = size[size.length - 1];
  for (let row = 0; row < count / width; row++) {
    const place = size.slice(0, -1).map((length, axis) => Math.floor((row * width) / strides[axis]) % length);
    if (place.some((at, axis) => at < 1 || at >= size[axis] - 1)) continue;
    const first = place.reduce((index, at, axis) => index * BLOCKS + Math.floor((at * BLOCKS) / size[axis]), 0);
    for (let x = 1; x < width - 1; x++) {
      const block = blocks[first * BLOCKS + Math.floor((x * BLOCKS) / width)];
      addPixel(block, values, count, inside, strides, row * width + x);
    }
  }
  const total = blocks.reduce(
    (sum, one) => ({ both: sum.both + one.both, image: sum.image + one.image, target: sum.target + one.target }),
    { both: 0, image: 0, target: 0 },
  );
  const least = (0.2 * (total.image + total.target)) / blocks.length;
  const telling = blocks.filter((one) => one.image + one.target > least).map(correlation);
  return { slopes: correlation(total), worst: percentile(telling, 10), median: percentile(telling, 50) };
}

/** Adds the slopes at a pixel to its block, if both images may be looked at there and at its neighbours. */
function addPixel(
  block: Sums,
  values: Float32Array,
  count: number,
  inside: Uint8Array,
  strides: readonly number[],
  pixel: number,
): void {
  if (inside[pixel] === 0) return;
  for (const stride of strides) if (inside[pixel - stride] === 0 || inside[pixel + stride] === 0) return;
  for (const stride of strides) {
    const ofImage = values[pixel + stride] - values[pixel - stride];
    const ofTarget = values[2 * count + pixel + stride] - values[2 * count + pixel - stride];
    block.both += ofImage * ofTarget;
    block.image += ofImage * ofImage;
    block.target += ofTarget * ofTarget;
  }
}

function correlation({ both, image, target }: Sums): number {
  return both / Math.sqrt(Math.max(image * target, 1e-30));
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (percent / 100) * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? -1, sorted[Math.ceil(at)] ?? -1];
  return below + (above - below) * (at - Math.floor(at));
}
