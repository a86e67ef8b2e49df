import { gather, type Tensor2D, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Layer } from './layer.js';
import { Rows } from './rows.js';

/** What is always the same while images are fitted to these. */
export interface FixedPart {
  readonly size: readonly number[];
  readonly rows: Rows;
  /** [N,n], as {@link Rows} has it. */
  readonly image: Tensor2D;
  readonly mask: Tensor2D;
  /** By axis, x first: the difference of the two neighbours. */
  readonly slopes: readonly Tensor2D[];
  /** 1, x, x², … of each column: [w, degree + 1]. */
  readonly powers: Tensor2D;
}

/** Of a layer with a margin of 1, whose slopes are then true wherever its mask is 1. */
export function fixedPart(layer: Layer, degree: number): FixedPart {
  const { size } = layer;
  const rows = new Rows(size);
  const [image, mask, powers, ...slopes] = tidy(() => {
    const list = rows.channel(layer.pixels, 0);
    return [
      rows.inner(list),
      rows.inner(rows.channel(layer.pixels, 1)),
      powersOf(size[size.length - 1], degree),
      ...size.map((_, axis) => rows.slope(list, axis)),
    ];
  });
  return { size, rows, image, mask, powers, slopes };
}

/** 1, x, x², … of each column, [w, degree + 1]. */
function powersOf(width: number, degree: number): Tensor2D {
  const powers = Float32Array.from({ length: width * (degree + 1) }, (_, i) => {
    const x = (2 * Math.floor(i / (degree + 1)) + 1) / width - 1;
    return x ** (i % (degree + 1));
  });
  return tensor2d(powers, [width, degree + 1]);
}

/** Of so many fits, those that a list names; one image serves all. */
export function picked(list: Tensor2D, which: readonly number[]): Tensor2D {
  return list.shape[0] === 1 ? list : gather(list, [...which]);
}
