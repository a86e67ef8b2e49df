import { CropError, type Input4D, type OrUnranked } from '@cropgrad/core';
import { gridSampleWith } from '@cropgrad/core/backend';
import { add, div, mul, sub, Tensor, type Tensor2D, type Tensor4D, tensor, tidy } from '@tensorflow/tfjs-core';
import { linear } from './linear.js';
import { reflected, roundedHalfUp, wrapped } from './mapped-points.js';
import { nothingRead } from './nothing-read.js';
import { pointsOfNumbers } from './points-of-numbers.js';
import { readFloats } from './read-floats.js';
import { readOutputSize } from './read-output-size.js';
import { transformedPoints } from './transformed-points.js';

/** What lies outside the image: one number, the image mirrored, the image repeated as TensorFlow does it, or its border. */
export type FillMode = 'constant' | 'reflect' | 'wrap' | 'nearest';

/** Maps from output to image, [N,8] or [1,8]: a rank-2 float32 tensor or variable, or nested numbers. */
export type TransformsInput = Tensor2D | readonly (readonly number[])[];

/**
 * `tf.image.transform`, with gradients to the image and to the transforms.
 *
 * Image [N,H,W,C], transforms [N,8] or [1,8] = (a0, a1, a2, b0, b1, b2, c0, c1) and `outputShape` [h,w], the image's by default, give
 * [N,h,w,C], as float32. Output pixel (x, y) reads the image at ((a0 x + a1 y + a2)/k, (b0 x + b1 y + b2)/k), k = c0 x + c1 y + 1, in
 * pixels; where k is 0 it is `fillValue`. TensorFlow's own `'wrap'` does not repeat every W pixels; this does the same.
 *
 * Transforms given as numbers are computed in float64, as in tfjs's cpu. Tensors, which may be learned, are computed in float32.
 *
 * Different from tfjs: every image of a batch is transformed.
 *
 * @param image - [N,H,W,C]
 * @param transforms - [N,8] or [1,8], from output to image, in pixels
 * @returns Images [N,h,w,C], float32.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`. `INVALID_SHAPE` also for transforms of another
 * shape.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { transform } from '@cropgrad/drop-in';
 *
 * const image = [[[[0], [1], [2], [3]]]];
 * const moved = transform(image, [[1, 0, 1, 0, 1, 0, 0, 0]]); // reads one pixel to the right
 * console.log(Array.from(await moved.data())); // [ 1, 2, 3, 0 ]
 * ```
 * @pytorch None. In TensorFlow it is `tf.raw_ops.ImageProjectiveTransformV3`.
 * @see `perspectiveSample` and `thetaFromPixels` of `@cropgrad/core` do more.
 * @guide from-crop-and-resize
 */
export function transform<I, T>(
  image: OrUnranked<Input4D, I>,
  transforms: OrUnranked<TransformsInput, T>,
  interpolation?: 'nearest' | 'bilinear',
  fillMode?: FillMode,
  fillValue?: number,
  outputShape?: readonly [height: number, width: number],
): Tensor4D;
export function transform(
  image: Input4D,
  transforms: TransformsInput,
  interpolation: 'nearest' | 'bilinear' = 'nearest',
  fillMode: FillMode = 'constant',
  fillValue = 0,
  outputShape?: readonly [height: number, width: number],
): Tensor4D {
  return tidy(() => {
    const pixels = readFloats('transform', 'image', image, [4]) as Tensor4D;
    const [n, height, width, channels] = pixels.shape;
    const maps = readTransforms(transforms, n);
    const [h, w] = readOutputSize('transform: outputShape', outputShape ?? [height, width]);
    if (n * h * w === 0) return nothingRead([pixels, maps], [n, h, w, channels]);
    const paddingMode = fillMode === 'constant' ? 'zeros' : 'border';
    const options = { mode: interpolation, paddingMode, fillValue } as const;
    const points = (): Tensor4D => {
      if (!(transforms instanceof Tensor)) {
        const numbers = Array.from(transforms, (row) => Array.from(row, Math.fround)).flat();
        return pointsOfNumbers(numbers, [h, w], [width, height], interpolation, fillMode);
      }
      const mapped = MAPPED_BY[fillMode](transformedPoints(maps, [h, w]), [width, height]);
      return toEnds(interpolation === 'nearest' ? roundedHalfUp(mapped) : mapped, [width, height]);
    };
    return gridSampleWith(pixels, points(), options, { rounding: 'half-up' }) as Tensor4D;
  });
}

/** TensorFlow maps points into the image before it rounds or reads, so what it reads is a border of one pixel at the most. */
const MAPPED_BY: Record<FillMode, (points: Tensor4D, size: readonly number[]) => Tensor4D> = {
  constant: (points) => points,
  nearest: (points) => points,
  reflect: reflected,
  wrap: wrapped,
};

/** From pixels, whose centres are whole numbers, to -1 and 1 at the outer edges. */
function toEnds(points: Tensor4D, size: readonly number[]): Tensor4D {
  const lengths = (): Tensor => tensor([...size], [1, 1, 1, 2]);
  const scaled = (x: Tensor): Tensor => div(mul(x, 2), lengths());
  return linear<Tensor4D>(points, (x) => sub(div(add(mul(x, 2), 1), lengths()), 1) as Tensor4D, scaled, scaled);
}

function readTransforms(transforms: unknown, n: number): Tensor2D {
  const read = readFloats('transform', 'transforms', transforms, [2]) as Tensor2D;
  const [count, numbers] = read.shape;
  if (numbers === 8 && (count === 1 || count === n)) return read;
  throw new CropError('INVALID_SHAPE', {
    what: 'transform: transforms',
    got: `shape [${read.shape}] for ${n} images`,
    expected: `[${n},8], or [1,8] for all of them`,
    next: 'Divide the nine numbers of a matrix by the last one, then leave the last one out',
  });
}
