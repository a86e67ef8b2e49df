import { describe } from './describe.js';
import type { Layout } from './options.js';
import { refuse } from './refuse.js';

/** What images are kept in. A `Buffer` of Node is a `Uint8Array`. */
export type Pixels = Uint8Array | Uint8ClampedArray | Float32Array;

/**
 * Rows of pixels, whose channels lie next to each other: an `ImageData`, a `RawImage` of Transformers.js, or raw pixels of
 * sharp. `channels` may be left out: then it is the length of `data` divided by width · height.
 */
export interface PixelImage {
  readonly data: Pixels;
  readonly width: number;
  readonly height: number;
  readonly channels?: number | undefined;
}

/** A tensor of ONNX Runtime, [N,C,H,W] or [C,H,W]; with `layout: 'NHWC'` [N,H,W,C] or [H,W,C]. */
export interface TensorImage {
  readonly data: Pixels;
  readonly dims: readonly number[];
  readonly layout?: Layout | undefined;
}

/** What {@link cropArray} crops. Its numbers are used unchanged: colours are not multiplied by alpha. */
export type ArrayImage = PixelImage | TensorImage;

/** An image that was read: [N,H,W,C], or [N,C,H,W] as `layout` says. */
export interface ReadImage {
  values: Uint8Array | Float32Array;
  shape: readonly number[];
  layout: Layout;
  images: number;
  height: number;
  width: number;
  channels: number;
}

/** The loops cannot count more values than this. */
export const MOST_VALUES: number = 2 ** 30;

/** Reads an image. Throws `INVALID_INPUT`, `INVALID_DTYPE`, `INVALID_RANK`, `INVALID_SHAPE`, `EMPTY_IMAGE`, `OUT_OF_MEMORY`. */
export function readImage(image: unknown): ReadImage {
  if (typeof image !== 'object' || image === null || !('data' in image)) {
    const expected = '{ data, width, height, channels }, an ImageData or { data, dims }';
    throw refuse(
      'INVALID_INPUT',
      'image',
      describe(image),
      expected,
      'Decode a file first: sharp and canvas give pixels',
    );
  }
  const values = readPixels(image.data);
  const read = 'dims' in image ? ofTensor(image.dims, image) : ofPixels(image, values.length);
  const { shape } = read;
  const length = shape.reduce((a, b) => a * b, 1);
  if (read.height * read.width * read.channels === 0) {
    throw refuse(
      'EMPTY_IMAGE',
      'image',
      `[${shape}]`,
      'at least one pixel and one channel',
      'Check that it was loaded',
    );
  }
  if (length !== values.length) {
    const next = 'Pass all pixels, without padding at the ends of rows, and the true lengths of the image';
    throw refuse('INVALID_SHAPE', 'image.data', `${values.length} values`, `${length}, as [${shape}] says`, next);
  }
  if (length >= MOST_VALUES) {
    throw refuse('OUT_OF_MEMORY', 'image', `${length} values`, 'fewer than 2^30', 'Cut the image into parts');
  }
  return { ...read, values };
}

function readPixels(data: unknown): Uint8Array | Float32Array {
  if (data instanceof Float32Array) return data;
  if (data instanceof Uint8Array || data instanceof Uint8ClampedArray) {
    // Without this a Buffer of Node would make Buffers of crops.
    return new Uint8Array(data.buffer, data.byteOffset, data.length);
  }
  const next = 'Copy it, e.g. with Float32Array.from(data)';
  throw refuse('INVALID_DTYPE', 'image.data', describe(data), 'a Uint8Array, Uint8ClampedArray or Float32Array', next);
}

type Shaped = Omit<ReadImage, 'values'>;

function ofPixels(image: object, length: number): Shaped {
  const height = readLength('image.height', Reflect.get(image, 'height'));
  const width = readLength('image.width', Reflect.get(image, 'width'));
  const given: unknown = Reflect.get(image, 'channels');
  const channels = readLength('image.channels', given ?? (length === 0 ? 0 : length / (width * height)));
  return { shape: [1, height, width, channels], layout: 'NHWC', images: 1, height, width, channels };
}

function ofTensor(dims: unknown, image: object): Shaped {
  if (!Array.isArray(dims)) {
    throw refuse(
      'INVALID_SHAPE',
      'image.dims',
      describe(dims),
      'an array of whole numbers',
      'Pass the dims of the tensor',
    );
  }
  if (dims.length !== 3 && dims.length !== 4) {
    throw refuse('INVALID_RANK', 'image.dims', describe(dims), '3 or 4 numbers', 'Reshape it to [N,C,H,W], or [C,H,W]');
  }
  const layout: unknown = Reflect.get(image, 'layout') ?? 'NCHW';
  if (layout !== 'NCHW' && layout !== 'NHWC') {
    throw refuse('INVALID_OPTION', 'image.layout', describe(layout), "'NCHW' or 'NHWC'", 'Pass one of these');
  }
  const lengths = dims.map((length: unknown, axis) => readLength(`image.dims[${axis}]`, length));
  const shape = lengths.length === 3 ? [1, ...lengths] : lengths;
  const [images, ...rest] = shape;
  const [height, width, channels] = layout === 'NHWC' ? rest : [rest[1], rest[2], rest[0]];
  return { shape, layout, images, height, width, channels };
}

function readLength(what: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  const next = 'Check that data has width · height · channels values';
  throw refuse('INVALID_SHAPE', what, describe(value), 'a whole number', next);
}
