import { div, type Tensor, type Tensor3D, tensor3d, tidy } from '@tensorflow/tfjs-core';
import type { OrUnranked, ThetaInput } from '../inputs/argument-types.js';
import { type PixelMapOptions, resolvePixelMapOptions } from '../inputs/options.js';
import { readLengths } from '../inputs/read-size.js';
import { readTheta } from '../inputs/read-theta.js';
import { composeTheta } from './compose-theta.js';
import { isSquare } from './homogeneous.js';
import { invertTheta } from './invert-theta.js';
import { linear } from './linear.js';

/**
 * Makes thetas from matrices in pixels, as OpenCV has them: the centre of pixel k is AT k.
 *
 * A matrix [N,2,3] maps pixels (x, y) of an image of `imageSize` [H,W] to pixels of a crop of `size` [h,w], or the other
 * way, as `maps` says: a matrix of `cv2.warpAffine` is `'imageToCrop'`, unless `WARP_INVERSE_MAP` is set. In 3-D [N,3,4] with
 * [D,H,W] and [d,h,w]. A matrix [N,3,3], as `cv2.warpPerspective` has, gives a perspective theta [N,3,3]. Differentiable by the
 * matrix, once. For pixels k and normalised coordinates X of an axis of length S:
 *
 * ```text
 * X = (2·k + 1)/S - 1, or with alignCorners X = 2·k/(S - 1) - 1
 * ```
 *
 * @param matrix - [N,2,3], [N,3,3] in perspective, or [N,3,4] in 3-D
 * @param imageSize - [H,W] of the image, or [D,H,W]
 * @param size - [h,w] of the crop, or [d,h,w]
 * @returns Theta [N,2,3], [N,3,3] or [N,3,4].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_OPTION`, or `INVALID_SHAPE`; with `alignCorners`
 * also for a length of 1, where the first pixel is the last, too.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { thetaFromPixels } from '@cropgrad/core';
 *
 * // cv2.warpAffine with this matrix moves the image two pixels to the right.
 * const matrix = [[[1, 0, 2], [0, 1, 0]]];
 * const theta = thetaFromPixels(matrix, [6, 8], [6, 8], { maps: 'imageToCrop' });
 * console.log(await theta.array()); // [ [ [ 1, 0, -0.5 ], [ 0, 1, 0 ] ] ]
 * ```
 * @pytorch None: PyTorch samples through normalised thetas only. `kornia.geometry.warp_affine(image, matrix, (h, w))`
 * and `warp_perspective` take such a matrix, which there is always `'imageToCrop'`.
 * @see {@link thetaToPixels} goes back; {@link affineSample} and {@link perspectiveSample} take the theta.
 * @guide coordinates
 */
export function thetaFromPixels<T>(
  matrix: OrUnranked<ThetaInput, T>,
  imageSize: readonly number[],
  size: readonly number[],
  options: PixelMapOptions,
): Tensor3D;
export function thetaFromPixels(
  matrix: ThetaInput,
  imageSize: readonly number[],
  size: readonly number[],
  options: PixelMapOptions,
): Tensor3D {
  return tidy(() => {
    const { given, maps, image, crop } = readMap('thetaFromPixels', 'matrix', matrix, imageSize, size, options);
    const cropToImage = maps === 'cropToImage' ? given : invertTheta(given);
    return toEnds(image, composeTheta(cropToImage, toPixels(crop)));
  });
}

/**
 * Turns thetas into matrices in pixels: the inverse of {@link thetaFromPixels}, with the same sizes and options.
 *
 * Theta [N,2,3] gives [N,2,3], [N,3,3] in perspective gives [N,3,3], and [N,3,4] in 3-D. Differentiable by theta, once.
 *
 * @param theta - [N,2,3], [N,3,3] in perspective, or [N,3,4] in 3-D
 * @param imageSize - [H,W] of the image, or [D,H,W]
 * @param size - [h,w] of the crop, or [d,h,w]
 * @returns A matrix [N,2,3], [N,3,3] or [N,3,4].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_OPTION`, or `INVALID_SHAPE`; with `alignCorners`
 * also for a length of 1.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxToTheta, thetaToPixels } from '@cropgrad/core';
 *
 * const theta = boxToTheta([[-0.5, -0.5, 0.5, 0.5]]);
 * const matrix = thetaToPixels(theta, [8, 8], [4, 4], { maps: 'cropToImage' }); // pixel k of the crop is k + 2
 * console.log(await matrix.array()); // [ [ [ 1, 0, 2 ], [ 0, 1, 2 ] ] ]
 * ```
 * @pytorch None.
 * @see {@link thetaFromPixels} goes back.
 * @guide coordinates
 */
export function thetaToPixels<T>(
  theta: OrUnranked<ThetaInput, T>,
  imageSize: readonly number[],
  size: readonly number[],
  options: PixelMapOptions,
): Tensor3D;
export function thetaToPixels(
  theta: ThetaInput,
  imageSize: readonly number[],
  size: readonly number[],
  options: PixelMapOptions,
): Tensor3D {
  return tidy(() => {
    const { given, maps, image, crop } = readMap('thetaToPixels', 'theta', theta, imageSize, size, options);
    const cropToImage = composeTheta(toPixels(image), composeTheta(given, toEnds(crop, whole(crop))));
    return maps === 'cropToImage' ? cropToImage : invertTheta(cropToImage);
  });
}

/** What both functions are given, checked. */
function readMap(
  op: string,
  name: string,
  map: ThetaInput,
  imageSize: readonly number[],
  size: readonly number[],
  options: PixelMapOptions,
): { given: Tensor3D; maps: PixelMapOptions['maps']; image: Axes; crop: Axes } {
  const { maps, alignCorners } = resolvePixelMapOptions(op, options);
  const given = readTheta(op, name, map, 2, 'either');
  const [n, rows] = given.shape;
  const dimensions = isSquare(given) ? 2 : rows;
  const axesOf = (which: string, value: readonly number[]): Axes => {
    const lengths = readLengths(op, which, value, dimensions, alignCorners).reverse();
    return { n, lengths, spans: alignCorners ? lengths.map((length) => length - 1) : lengths };
  };
  return { given: given as Tensor3D, maps, image: axesOf('imageSize', imageSize), crop: axesOf('size', size) };
}

/** How long the axes are, x first, and how far apart their ends -1 and 1 are, for n thetas. */
interface Axes {
  n: number;
  lengths: readonly number[];
  spans: readonly number[];
}

/** From normalised coordinates to pixels. */
function toPixels({ n, lengths, spans }: Axes): Tensor3D {
  return diagonal(
    n,
    spans.map((span) => span / 2),
    lengths.map((length) => (length - 1) / 2),
  );
}

/** A map to pixels as one to normalised coordinates. Whole numbers are divided once, so that the identity is exact. */
function toEnds({ n, lengths, spans }: Axes, map: Tensor3D): Tensor3D {
  const doubled = diagonal(
    n,
    spans.map(() => 2),
    lengths.map((length) => 1 - length),
  );
  // The last row of a perspective map divides the others, and is not one of the ends.
  const rows = isSquare(map) ? [...spans, 1] : [...spans];
  const divided = (x: Tensor): Tensor3D => div(x, tensor3d(rows, [1, rows.length, 1]));
  return linear<Tensor3D>(composeTheta(doubled, map), divided, divided);
}

/** Every pixel to itself. */
function whole({ n, lengths }: Axes): Tensor3D {
  return diagonal(
    n,
    lengths.map(() => 1),
    lengths.map(() => 0),
  );
}

/** n times the theta that scales and shifts each axis by itself. */
function diagonal(n: number, scales: readonly number[], shifts: readonly number[]): Tensor3D {
  const rows = scales.map((scale, i) => [...scales.map((_, j) => (i === j ? scale : 0)), shifts[i]]);
  const theta = rows.flat();
  const values = Float32Array.from({ length: n * theta.length }, (_, i) => theta[i % theta.length]);
  return tensor3d(values, [n, scales.length, scales.length + 1]);
}
