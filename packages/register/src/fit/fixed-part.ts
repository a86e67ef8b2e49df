import { concat, dispose, gather, onesLike, type Tensor2D, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Layer } from './layer.js';
import { Rows } from './rows.js';

/** What is always the same while images are fitted to these; lists as {@link Rows} has them. */
export interface FixedPart {
  readonly size: readonly number[];
  readonly rows: Rows;
  readonly mask: Tensor2D;
  /** Of each image its pixels, and then as many ones: [N,2n]. */
  readonly imageAndOne: Tensor2D;
  /** Of each image the differences of the two neighbours, along x first: [N,2n], or [N,3n] in volumes. */
  readonly slopes: Tensor2D;
  /** 1, x, x², … of each column: [w, degree + 1]. */
  readonly powers: Tensor2D;
}

/** Of a layer with a margin of 1, whose slopes are then true wherever its mask is 1. */
export function fixedPart(layer: Layer, degree: number): FixedPart {
  const { size } = layer;
  const rows = new Rows(size);
  const [mask, imageAndOne, slopes, powers] = tidy(() => {
    const list = rows.channel(layer.pixels, 0);
    const image = rows.inner(list);
    return [
      rows.inner(rows.channel(layer.pixels, 1)),
      concat<Tensor2D>([image, onesLike(image)], 1),
      concat<Tensor2D>(
        size.map((_, axis) => rows.slope(list, axis)),
        1,
      ),
      powersOf(size[size.length - 1], degree),
    ];
  });
  return { size, rows, mask, imageAndOne, slopes, powers };
}

/** Gives back what {@link fixedPart} made. */
export function disposePart({ mask, imageAndOne, slopes, powers }: FixedPart): void {
  dispose([mask, imageAndOne, slopes, powers]);
}

function powersOf(width: number, degree: number): Tensor2D {
  const powers = Float32Array.from({ length: width * (degree + 1) }, (_, i) => {
    const x = (2 * Math.floor(i / (degree + 1)) + 1) / width - 1;
    return x ** (i % (degree + 1));
  });
  return tensor2d(powers, [width, degree + 1]);
}

/** The lists that are named; one that serves all is given as it is, and is to be broadcast. */
export function picked(list: Tensor2D, which: readonly number[]): Tensor2D {
  const all = list.shape[0] === which.length && which.every((one, n) => one === n);
  return all || list.shape[0] === 1 ? list : gather(list, [...which]);
}
