import type { Tensor3D } from '@tensorflow/tfjs-core';

/**
 * An image as an array, row by row, channels last: an `ImageData`, or what sharp's `raw()` gives. With 2 or 4 channels, the last one
 * is alpha.
 */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray | Uint16Array | Float32Array;
  readonly width: number;
  readonly height: number;
}

/** An image: a tensor [H,W,C], or {@link Pixels}. Values may have any range, the same for both images. */
export type Picture = Tensor3D | Pixels;
