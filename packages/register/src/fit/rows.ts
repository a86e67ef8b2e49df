import { reshape, slice, sub, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';

/**
 * Images seen as lists of pixels [N,n], without the first and the last row (in volumes: slice): so every pixel that is left has
 * neighbours along each axis, at fixed distances in the list. Those of the first and last columns are wrong ones, and masked.
 */
export class Rows {
  /** How many pixels are left. */
  readonly length: number;
  /** How far apart neighbours are in the list: along x, y (and z). */
  private readonly strides: readonly number[];
  /** The normalised coordinates of the rows along x that are left: y (and z), one array for each. */
  readonly coordinates: readonly Float64Array[];

  constructor(size: readonly number[]) {
    const across = size.map((_, axis) => size.slice(axis + 1).reduce((product, length) => product * length, 1));
    this.strides = across.reverse();
    this.length = size.reduce((product, length) => product * length, 1) - 2 * this.strides[this.strides.length - 1];
    const width = size[size.length - 1];
    this.coordinates = coordinatesOf(size, this.strides[this.strides.length - 1] / width, this.length / width);
  }

  /** One channel of [N,2,…]. */
  channel(pixels: Tensor, channel: number): Tensor2D {
    const [count] = pixels.shape;
    const flat = reshape(pixels, [count, 2, -1]);
    return reshape(slice(flat, [0, channel, 0], [count, 1, flat.shape[2] ?? 0]), [count, -1]);
  }

  /** The pixels that are left. */
  inner(list: Tensor2D): Tensor2D {
    return this.shifted(list, 0);
  }

  /** The difference of the two neighbours of each pixel along an axis, x first. */
  slope(list: Tensor2D, axis: number): Tensor2D {
    return sub(this.shifted(list, this.strides[axis]), this.shifted(list, -this.strides[axis]));
  }

  private shifted(list: Tensor2D, by: number): Tensor2D {
    return slice(list, [0, this.strides[this.strides.length - 1] + by], [list.shape[0], this.length]);
  }
}

/** The normalised coordinates of rows along x, the first of which is row `first`: y (and z), one array for each. */
function coordinatesOf(size: readonly number[], first: number, rows: number): Float64Array[] {
  const outer = size.slice(0, -1).reverse();
  return outer.map((length, axis) => {
    const stride = outer.slice(0, axis).reduce((product, one) => product * one, 1);
    return Float64Array.from({ length: rows }, (_, row) => {
      const place = Math.floor((row + first) / stride) % length;
      return (2 * place + 1) / length - 1;
    });
  });
}
