import { affineSample, type Mode, type Outside, type PaddingMode, rotatedBoxToTheta } from '@cropgrad/core';
import { add, mul, type Tensor2D, type Tensor3D, type Tensor4D, tensor2d } from '@tensorflow/tfjs-core';
import { type PhotoBox, type PixelSize, radians } from '../box.js';

/** How crops are taken: what `affineSample` is asked for. */
export interface Sampling {
  /** The size of the crop. */
  size: PixelSize;
  mode: Mode;
  paddingMode: PaddingMode;
  outside: Outside;
  alignCorners: boolean;
  antialias: boolean;
}

/** Boxes as the tensor [N,5] that the others here take: (cx, cy, w, h, angle), in pixels of the photo and degrees. */
export function boxesTensor(boxes: readonly PhotoBox[]): Tensor2D {
  return tensor2d(
    boxes.map(({ cx, cy, w, h, angle }) => [cx, cy, w, h, angle]),
    [boxes.length, 5],
  );
}

/** The boxes whose numbers a tensor such as {@link boxesTensor} makes has, or a gradient by it. */
export function readBoxes(numbers: Float32Array): PhotoBox[] {
  return Array.from({ length: numbers.length / 5 }, (_, n) => {
    const [cx, cy, w, h, angle] = numbers.subarray(5 * n);
    return { cx, cy, w, h, angle };
  });
}

/**
 * The crops [N,h,w,C] of one photo [1,H,W,C] at boxes [N,5], differentiable in both. Where `photo` is a smaller copy of
 * the one that the boxes are measured in, `measuredIn` is the shape of that one.
 */
export function cropBoxes(
  photo: Tensor4D,
  boxes: Tensor2D,
  sampling: Sampling,
  measuredIn: Tensor4D['shape'] = photo.shape,
): Tensor4D {
  return cropThetas(photo, boxesToTheta(boxes, photo.shape, sampling.alignCorners, measuredIn), sampling);
}

/** The same for boxes that are affine maps [N,2,3] already. */
export function cropThetas(photo: Tensor4D, theta: Tensor3D, { size, ...options }: Sampling): Tensor4D {
  return affineSample(photo, theta, [size.height, size.width], options);
}

/**
 * The affine maps [N,2,3] of boxes, differentiable. A box covers its place in the photo whatever `alignCorners` is: that
 * only decides whether the outermost samples lie on its edges, or half a step inside.
 */
export function boxesToTheta(
  boxes: Tensor2D,
  [, height, width]: Tensor4D['shape'],
  alignCorners: boolean,
  [, fullHeight, fullWidth]: Tensor4D['shape'] = [1, height, width, 1],
): Tensor3D {
  // -1 and 1 are the outer edges of the photo or, this much further in, the centres of its first and last pixel.
  const inset = alignCorners ? 0.5 : 0;
  const unitX = 2 / Math.max(1, width - 2 * inset);
  const unitY = 2 / Math.max(1, height - 2 * inset);
  const perX = (unitX * width) / fullWidth;
  const perY = (unitY * height) / fullHeight;
  const scale = tensor2d([[perX, perY, perX, perY, radians(1)]]);
  const shift = tensor2d([[-1 - inset * unitX, -1 - inset * unitY, 0, 0, 0]]);
  return rotatedBoxToTheta(add(mul(boxes, scale), shift), [height, width], { alignCorners });
}
