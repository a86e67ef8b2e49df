import { CropError, describeValue } from '@cropgrad/core/backend';
import { cast, mean, reshape, slice, Tensor, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { Picture, Pixels } from './picture.js';

/** Images with a shorter side are refused. */
const SHORTEST = 12;

/**
 * A picture, or a batch of images [N,H,W,C], as grey float32 images [N,H,W,1]: the mean of the channels without alpha. A new tensor.
 * Throws `INVALID_INPUT`, `INVALID_RANK` and `INVALID_SHAPE`.
 */
export function readPicture(op: string, name: string, picture: Picture | Tensor4D): Tensor4D {
  const what = `${op}: ${name}`;
  return tidy(() => {
    const images = picture instanceof Tensor ? fromTensor(what, picture) : fromPixels(what, picture);
    const [count, height, width, channels] = images.shape;
    if (Math.min(height, width) < SHORTEST || channels < 1 || count < 1) {
      throw new CropError('INVALID_SHAPE', {
        what,
        got: `shape [${picture instanceof Tensor ? picture.shape : images.shape}]`,
        expected: `at least one image of at least ${SHORTEST} × ${SHORTEST} pixels and one channel`,
        next: 'Check the order of the axes: [H,W,C], channels last',
      });
    }
    if (channels === 1) return images;
    return mean<Tensor4D>(slice(images, [0, 0, 0, 0], [-1, -1, -1, coloursOf(channels)]), 3, true);
  });
}

/** How many channels there are without alpha, the last one of 2 or 4. */
function coloursOf(channels: number): number {
  return channels === 2 || channels === 4 ? channels - 1 : channels;
}

function fromTensor(what: string, picture: Tensor): Tensor4D {
  if (picture.isDisposed) {
    const parts = { what, got: 'a disposed tensor', expected: 'a tensor [H,W,C]' };
    throw new CropError('INVALID_INPUT', { ...parts, next: 'Dispose it after the call' });
  }
  if (picture.rank !== 3 && picture.rank !== 4) {
    throw new CropError('INVALID_RANK', {
      what,
      got: `shape [${picture.shape}]`,
      expected: '[H,W,C], or [N,H,W,C] for a batch of pairs',
      next: 'Add a channel axis to a grey image with tf.expandDims(image, -1)',
    });
  }
  const images = picture.rank === 3 ? [1, ...picture.shape] : picture.shape;
  return reshape(cast(picture, 'float32'), images as [number, number, number, number]);
}

/** Makes it grey before it is a tensor: with all channels, a photo of 48 megapixels would take half a gigabyte more. */
function fromPixels(what: string, picture: Partial<Pixels> | null | undefined): Tensor4D {
  const { data, width = 0, height = 0 } = picture ?? {};
  const channels = (data?.length ?? 0) / (width * height);
  if (!data || !Number.isInteger(channels)) {
    throw new CropError('INVALID_INPUT', {
      what,
      got: `${describeValue(data?.length)} values for ${describeValue(width)} × ${describeValue(height)} pixels`,
      expected: 'a tensor [H,W,C], or { data, width, height } with the same number of values for each pixel',
      next: "Pass an ImageData, or the pixels of sharp's raw() with their width and height",
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
