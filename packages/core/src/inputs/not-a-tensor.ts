import { CropError } from '../errors.js';
import { kindOf } from './describe-value.js';

/** Things that people take for tensors, and which way leads from them to one. */
type Way = 'fromPixels' | 'await' | 'layer';

const WAYS: Readonly<Record<string, Way>> = {
  HTMLCanvasElement: 'fromPixels',
  OffscreenCanvas: 'fromPixels',
  Canvas: 'fromPixels',
  HTMLImageElement: 'fromPixels',
  Image: 'fromPixels',
  HTMLVideoElement: 'fromPixels',
  ImageBitmap: 'fromPixels',
  ImageData: 'fromPixels',
  VideoFrame: 'fromPixels',
  Promise: 'await',
  SymbolicTensor: 'layer',
};

/** The error for an argument that is no tensor and cannot be read as one: `INVALID_INPUT`. `got` is in words. */
export function notATensor(what: string, value: unknown, shape: string, got: string): CropError {
  const expected = `a tensor or nested numbers of shape ${shape}`;
  return new CropError('INVALID_INPUT', { what, got, expected, next: nextStep(value) });
}

function nextStep(value: unknown): string {
  const usual = 'Pass a tf.Tensor, a tf.Variable or nested arrays of equal lengths';
  if (value === undefined)
    return `It is undefined: check the name of the variable, and the order of the arguments. ${usual}`;
  // Object() makes an object of any value: of no known kind, if it was none.
  switch (knownKind(Object(value))) {
    case 'fromPixels':
      return 'Read its pixels with tf.browser.fromPixels, add the batch axis with tf.expandDims(pixels, 0), and pass the result as the image';
    case 'await':
      return 'It is a promise: await it first';
    case 'layer':
      return 'It has no values yet: in a model of tf.layers, use a CropLayer, AffineSampleLayer or SpatialTransformer of @cropgrad/layers, or call this function in the call method of your own layer';
    default:
      return usual;
  }
}

function knownKind(value: object): Way | undefined {
  try {
    const kind = kindOf(value);
    if (Object.hasOwn(WAYS, kind)) return WAYS[kind];
    // A minified class has another name.
    if ('sourceLayer' in value && 'callArgs' in value) return 'layer';
    if ('then' in value && typeof value.then === 'function') return 'await';
    if ('data' in value && 'width' in value && 'height' in value) return 'fromPixels';
  } catch {
    // An object that cannot be read is of no known kind.
  }
  return undefined;
}
