import { describe } from './describe.js';
import { FRAMES, fitted, thetaOfFrame } from './frame.js';
import { type ArrayImage, MOST_VALUES, type ReadImage, readImage } from './image.js';
import type { ArrayOptions } from './options.js';
import { type BoxList, readBoxes } from './read-boxes.js';
import { readImageIndex } from './read-image-index.js';
import { type ReadOptions, readOptions } from './read-options.js';
import { refuse } from './refuse.js';
import { sample, type Thetas } from './sample.js';
import { isConvex, thetaOfQuad } from './theta-of-quad.js';
import { canCutUpright, uprightCrops } from './upright-crops.js';
import { type CroppedArray, writeCrops } from './write-crops.js';

/** [height, width] of a crop, in whole pixels. */
export type Size = readonly [number, number];

/**
 * Cuts boxes out of an image and resizes each to `size`: crops [N,C,h,w], or [N,h,w,C], as `layout` says.
 *
 * Boxes are in pixels, in the order that `format` says. A box in the image gives what Pillow's `resize(size, box=box)` gives.
 * Boxes may lie outside the image. Mirrored boxes (x2 < x) give mirrored crops. No boxes give an empty array. The image is not changed.
 *
 * @param image - pixels, an `ImageData`, or a tensor of ONNX Runtime
 * @param boxes - in pixels, as `format` says
 * @param size - [h,w] of the crops
 * @returns `data` and `dims`: [N,C,h,w], or [N,h,w,C].
 * @throws A {@link CropError}: `INVALID_INPUT`, `INVALID_DTYPE`, `INVALID_RANK`, `INVALID_SHAPE`, `INVALID_OPTION`,
 * `EMPTY_IMAGE`, `INDEX_OUT_OF_RANGE`, or `OUT_OF_MEMORY` for 2^30 values and more. `INVALID_INPUT` also for
 * a quad that is not convex.
 * @example
 * ```ts
 * import { cropArray } from '@cropgrad/arrays';
 *
 * const image = { data: Uint8Array.from({ length: 16 }, (_, k) => k), width: 4, height: 4, channels: 1 };
 * const { data, dims } = cropArray(image, [[1, 1, 3, 3]], [2, 2], { dtype: 'uint8' });
 * console.log(dims, Array.from(data)); // [ 1, 1, 2, 2 ] [ 5, 6, 9, 10 ]
 * ```
 * @pytorch None. In Pillow, for a box in the image:
 * ```py
 * crop = image.resize((w, h), Image.Resampling.BILINEAR, box=(x, y, x2, y2))
 * ```
 * @see `crop` of `@cropgrad/core` has gradients, and runs on GPUs.
 * @guide photos-in-node
 */
export function cropArray(
  image: ArrayImage,
  boxes: BoxList,
  size: Size,
  options: ArrayOptions & { dtype: 'uint8' },
): CroppedArray<'uint8'>;
export function cropArray(
  image: ArrayImage,
  boxes: BoxList,
  size: Size,
  options?: ArrayOptions & { dtype?: 'float32' | undefined },
): CroppedArray<'float32'>;
export function cropArray(image: ArrayImage, boxes: BoxList, size: Size, options?: ArrayOptions): CroppedArray;
export function cropArray(
  image: ArrayImage,
  boxes: BoxList,
  size: Size,
  options?: ArrayOptions,
): { data: Uint8Array | Float32Array; dims: CroppedArray['dims'] } {
  const from = readImage(image);
  const read = readOptions(options, from.channels);
  const [height, width] = readSize(size);
  const rows = readBoxes(boxes, read.format);
  const imageIndex = readImageIndex(read.imageIndex, rows.length, from.images);
  const { channels, layout, dtype } = read;
  const dims: CroppedArray['dims'] =
    layout === 'NCHW' ? [rows.length, channels, height, width] : [rows.length, height, width, channels];
  // The loops sample all channels of the image.
  const values = rows.length * height * width * from.channels;
  if (values >= MOST_VALUES) {
    throw refuse('OUT_OF_MEMORY', 'boxes and size', `crops of ${values} values`, 'fewer than 2^30', 'Take fewer boxes');
  }
  if (rows.length === 0) return { data: dtype === 'uint8' ? new Uint8Array(0) : new Float32Array(0), dims };
  return { data: cropsOf(rows, from, imageIndex, [height, width], read), dims };
}

/** The crops of boxes whose numbers are as the format says, written as the options say. */
function cropsOf(
  rows: number[][],
  image: ReadImage,
  imageIndex: Int32Array,
  size: Size,
  options: ReadOptions,
): Uint8Array | Float32Array {
  const through = (thetas: Thetas): Uint8Array | Float32Array =>
    writeCrops(sample(image, thetas, imageIndex, size, options), rows.length, size[0] * size[1], image, options);
  if (options.format === 'quad') return through(quadThetas(rows, image));
  const frameOf = FRAMES[options.format];
  const frames = rows.map((row) => fitted(frameOf(row), options.fit, size));
  if (canCutUpright(image, frames, size, options)) return uprightCrops(image, frames, imageIndex, size, options);
  const thetas = frames.flatMap((frame) => thetaOfFrame(frame, image.width, image.height));
  return through({ kind: 'affine', entries: Float64Array.from(thetas) });
}

function quadThetas(rows: number[][], { width, height }: ReadImage): Thetas {
  const thetas = rows.flatMap((row, n) => {
    if (isConvex(row)) return thetaOfQuad(row, width, height);
    const expected = 'a convex quad: its top left, top right, bottom right and bottom left corner, each as (x, y)';
    throw refuse('INVALID_INPUT', `boxes[${n}]`, describe(row), expected, 'Check the order of its corners');
  });
  return { kind: 'perspective', entries: Float32Array.from(thetas) };
}

function readSize(size: unknown): Size {
  if (Array.isArray(size) && size.length === 2) {
    const [height, width]: unknown[] = size;
    if (isLength(height) && isLength(width)) return [height, width];
  }
  const expected = '[height, width] in whole pixels, each at least 1';
  throw refuse('INVALID_SHAPE', 'size', describe(size), expected, 'Pass the two lengths that the model wants');
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
