import { affineSample, CropError, type Input4D, type OrUnranked } from '@cropgrad/core';
import { reshape, type Tensor, type Tensor3D, type Tensor4D, type TensorLike, tidy } from '@tensorflow/tfjs-core';
import { linear } from './linear.js';
import { readFloats } from './read-floats.js';

/**
 * `tf.image.resizeBilinear`, with a gradient to the images on every backend.
 *
 * Images [N,H,W,C] or [H,W,C] and size [h,w] give [N,h,w,C] or [h,w,C], as float32. With `alignCorners` the centres of the outermost
 * pixels stay there; with `halfPixelCenters` their outer edges do. With neither, output j reads pixel j·W/w, as in TensorFlow 1.
 *
 * @param images - [N,H,W,C] or [H,W,C]
 * @param size - [h,w] of the results
 * @returns Images [N,h,w,C] or [h,w,C], float32.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`. `INVALID_OPTION` also for `alignCorners` with
 * `halfPixelCenters`, as in tfjs.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { resizeBilinear } from '@cropgrad/drop-in';
 *
 * const image = [[[[0], [1]]]]; // two pixels
 * const resized = resizeBilinear(image, [1, 4], false, true);
 * console.log(Array.from(await resized.data())); // [ 0, 0.25, 0.75, 1 ]
 * ```
 * @pytorch `F.interpolate`
 * ```py
 * images = F.interpolate(images, [h, w], mode="bilinear", align_corners=False)
 * ```
 * This is `halfPixelCenters: true`. PyTorch has no counterpart to the default, where both are false.
 * @see `crop` of `@cropgrad/core` with `antialias` shrinks without moiré.
 * @guide from-crop-and-resize
 * @guide antialias
 */
export function resizeBilinear<T extends Tensor3D | Tensor4D>(
  images: T | TensorLike,
  size: readonly [height: number, width: number],
  alignCorners?: boolean,
  halfPixelCenters?: boolean,
): T;
export function resizeBilinear<I>(
  images: OrUnranked<Input4D | Tensor3D, I>,
  size: readonly [height: number, width: number],
  alignCorners?: boolean,
  halfPixelCenters?: boolean,
): Tensor3D | Tensor4D;
export function resizeBilinear(
  images: unknown,
  size: readonly [height: number, width: number],
  alignCorners = false,
  halfPixelCenters = false,
): Tensor3D | Tensor4D {
  if (alignCorners && halfPixelCenters) {
    throw new CropError('INVALID_OPTION', {
      what: 'resizeBilinear: alignCorners and halfPixelCenters',
      got: 'both',
      expected: 'one of them, or neither',
      next: 'halfPixelCenters is what other libraries call align_corners=False',
    });
  }
  return tidy(() => {
    const read = readFloats('resizeBilinear', 'images', images, [3, 4]);
    const batch = withBatch(read);
    const lengths = [batch.shape[2], batch.shape[1]];
    const [x, y] = [size[1], size[0]].map((n, axis) => placeOf(lengths[axis], n, { alignCorners, halfPixelCenters }));
    const theta = [
      [
        [x.scale, 0, x.shift],
        [0, y.scale, y.shift],
      ],
    ];
    const resized = affineSample(batch, theta, size, { alignCorners, paddingMode: 'border' });
    return read.rank === 4 ? resized : reshaped<Tensor3D>(resized, resized.shape.slice(1));
  });
}

/** Where an axis of n outputs is read along one of `length` pixels: x = scale · u + shift, in -1 to 1. */
function placeOf(
  length: number,
  n: number,
  { alignCorners, halfPixelCenters }: { alignCorners: boolean; halfPixelCenters: boolean },
): { scale: number; shift: number } {
  // A single output reads the first pixel, and not the middle one.
  if (alignCorners) return n === 1 ? { scale: 0, shift: -1 } : { scale: 1, shift: 0 };
  return { scale: 1, shift: halfPixelCenters ? 0 : 1 / length - 1 / n };
}

function withBatch(x: Tensor): Tensor4D {
  return x.rank === 4 ? (x as Tensor4D) : reshaped<Tensor4D>(x, [1, ...x.shape]);
}

function reshaped<T extends Tensor>(x: Tensor, shape: number[]): T {
  return linear<T>(
    x,
    (one) => reshape(one, shape) as Tensor as T,
    (dy) => reshape(dy, x.shape),
  );
}
