import { CropError, describeValue } from '@cropgrad/core/backend';
import { cast, mean, type Rank, reshape, slice, Tensor, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { Pixels } from '../picture.js';

/**
 * A picture as the mean of its colours, [1,H,W,1] float32: a tensor [H,W,C], or pixels, whose alpha is left out. Throws
 * `INVALID_INPUT`, `INVALID_RANK` or `INVALID_SHAPE`.
 */
export function readGrey(op: string, name: string, picture: unknown): Tensor4D {
  if (picture instanceof Tensor) return greyOfTensor(op, name, picture);
  if (isPixels(picture)) return greyOfPixels(op, name, picture);
  throw new CropError('INVALID_INPUT', {
    what: `${op}: ${name}`,
    got: describeValue(picture),
    expected: 'a tensor [H,W,C], an ImageData, or { data, width, height } with a typed array of numbers',
    next: 'Decode the picture first, for example with sharp(file).raw() or a canvas',
  });
}

function greyOfTensor(op: string, name: string, picture: Tensor): Tensor4D {
  if (picture.isDisposed) {
    const parts = { what: `${op}: ${name}`, got: 'a disposed tensor', expected: 'a tensor [H,W,C]' };
    throw new CropError('INVALID_INPUT', { ...parts, next: 'Dispose it after the call' });
  }
  if (picture.rank !== 3) {
    const parts = { what: `${op}: ${name}`, got: `shape [${picture.shape}]`, expected: '[H,W,C]' };
    throw new CropError('INVALID_RANK', { ...parts, next: 'Give one image, with its channels last' });
  }
  const [height = 0, width = 0, channels = 0] = picture.shape;
  refuseSmall(op, name, height, width, channels);
  return tidy(() => {
    const colours = slice(cast(picture, 'float32'), [0, 0, 0], [height, width, coloursOf(channels)]);
    return reshape<Rank.R4>(mean(colours, 2), [1, height, width, 1]);
  });
}

function greyOfPixels(op: string, name: string, { data, width, height }: Pixels): Tensor4D {
  const channels = data.length / (width * height);
  refuseSmall(op, name, height, width, 1);
  if (![1, 2, 3, 4].includes(channels)) {
    throw new CropError('INVALID_SHAPE', {
      what: `${op}: ${name}`,
      got: `${data.length} values for ${width} × ${height} pixels`,
      expected: '1 to 4 values for each pixel',
      next: 'Give the width and height of the data',
    });
  }
  const colours = coloursOf(channels);
  const grey = new Float32Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    let sum = 0;
    for (let c = 0; c < colours; c++) sum += data[pixel * channels + c];
    grey[pixel] = sum / colours;
  }
  return tensor4d(grey, [1, height, width, 1]);
}

function isPixels(value: unknown): value is Pixels {
  if (typeof value !== 'object' || value === null) return false;
  if (!('data' in value && 'width' in value && 'height' in value)) return false;
  return ArrayBuffer.isView(value.data) && 'length' in value.data && !(value.data instanceof BigInt64Array);
}

/** How many channels there are without alpha, the last one of 2 or 4. */
function coloursOf(channels: number): number {
  return channels === 2 || channels === 4 ? channels - 1 : channels;
}

function refuseSmall(op: string, name: string, height: number, width: number, channels: number): void {
  if (Number.isInteger(height) && Number.isInteger(width) && Math.min(height, width) >= SHORTEST && channels > 0)
    return;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: ${name}`,
    got: `${width} × ${height} pixels of ${channels} channels`,
    expected: `at least ${SHORTEST} × ${SHORTEST} pixels of one channel`,
    next: 'Check the order of the axes: [H,W,C], channels last',
  });
}

/** The shortest side that shows anything. */
const SHORTEST = 12;
