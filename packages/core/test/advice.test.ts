import '@cropgrad/backend-cpu';
import * as core from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

const image = tf.zeros<tf.Rank.R4>([1, 4, 6, 3]);
const box = [[-1, -1, 1, 1]];
const size = [2, 2];

class HTMLCanvasElement {}
class SymbolicTensor {}

/** Objects as a browser has them: their kind is in their tag. */
function browserObject(kind: string): object {
  return { [Symbol.toStringTag]: kind };
}

function thenable(): object {
  return Object.defineProperty({}, 'then', { value: () => {} });
}

/** What nobody can know a way from to a tensor: some are nearly pixels, and one is nearly a promise. */
const unknownThings: [string, unknown][] = [
  ['a number', 7],
  ['a text', 'pixels'],
  ['null', null],
  ['a boolean', true],
  ['a function', () => {}],
  ['a source layer alone', { sourceLayer: {} }],
  ['data alone', { data: 1 }],
  ['a width alone', { width: 1 }],
  ['a height alone', { height: 1 }],
  ['a size without data', { width: 1, height: 1 }],
  ['data without a width', { data: 1, height: 1 }],
  ['data without a height', { data: 1, width: 1 }],
  ['a `then` that is no function', Object.defineProperty({}, 'then', { value: 'soon' })],
];

const imagesThatAreNone: [string, unknown, RegExp][] = [
  ['a canvas', browserObject('HTMLCanvasElement'), /got an HTMLCanvasElement.*tf\.browser\.fromPixels.*expandDims/],
  ['a canvas of another library', new HTMLCanvasElement(), /got an HTMLCanvasElement.*tf\.browser\.fromPixels/],
  ['an image element', browserObject('HTMLImageElement'), /got an HTMLImageElement.*fromPixels/],
  ['a bitmap', browserObject('ImageBitmap'), /got an ImageBitmap.*fromPixels/],
  ['ImageData', browserObject('ImageData'), /got an ImageData.*fromPixels/],
  ['pixels', { data: new Uint8Array(4), width: 1, height: 1 }, /fromPixels/],
  ['a promise', Promise.resolve(image), /got a Promise.*await it/],
  ['a promise of another library', thenable(), /await it/],
  ['a symbolic tensor', new SymbolicTensor(), /got a SymbolicTensor.*CropLayer.* of @cropgrad\/layers/],
  ['a symbolic tensor of a minified tfjs', { sourceLayer: {}, callArgs: {} }, /of @cropgrad\/layers/],
  ['flat pixels', new Float32Array(12), /shape \[12\].*tf\.tensor4d\(numbers, \[1, H, W, C\]\)/],
  ['undefined', undefined, /got undefined.*It is undefined/],
  [
    'a grey picture',
    tf.zeros([4, 6]),
    /\[4,6\].*channel axis of a grey picture \[H,W\] at the end with tf\.expandDims\(image, -1\).*batch axis in front/,
  ],
  [
    'pixels without a batch',
    tf.zeros([4, 6, 3]),
    /batch axis of a single image \[H,W,C\] in front.*channel axis of grey pictures \[N,H,W\] at the end/,
  ],
  ['a single number', tf.scalar(1), /shape \[\].*An image has 4 axes and a volume 5/],
  ['a batch of batches', tf.zeros([1, 1, 1, 4, 6, 3]), /An image has 4 axes and a volume 5; check which argument/],
  ['BigInts', new BigInt64Array(4), /got a BigInt64Array that is no tensor/],
  ['unsigned BigInts', new BigUint64Array(4), /got a BigUint64Array that is no tensor/],
  ['bytes that are read otherwise', new DataView(new ArrayBuffer(4)), /got a DataView that is no tensor/],
  [
    'what has the prototype of a tensor alone',
    Object.create(tf.Tensor.prototype),
    /got a tensor-like object that tfjs does not know.*whether there are two/,
  ],
];

const thetas: [string, tf.Tensor, RegExp][] = [
  ['a flat theta', tf.zeros([6]), /tf\.reshape\(theta, \[1, 2, 3\]\)/],
  ['flat thetas', tf.zeros([5, 6]), /tf\.reshape\(theta, \[5, 2, 3\]\)/],
  ['flat thetas in 3-D', tf.zeros([5, 12]), /tf\.reshape\(theta, \[5, 3, 4\]\)/],
  ['a single theta', tf.zeros([2, 3]), /tf\.expandDims\(theta, 0\)/],
  ['a single theta in 3-D', tf.zeros([3, 4]), /tf\.expandDims\(theta, 0\)/],
  ['rows of six numbers, too deep', tf.zeros([1, 1, 1, 6]), /Reshape it to one row of numbers per axis of the image/],
  ['linear maps that move nothing', tf.zeros([5, 2, 2]), /Make it with boxToTheta or rotatedBoxToTheta/],
  ['maps of three rows and two shifts', tf.zeros([5, 3, 5]), /Make it with boxToTheta or rotatedBoxToTheta/],
  ['maps of four dimensions', tf.zeros([5, 4, 5]), /Make it with boxToTheta or rotatedBoxToTheta/],
  [
    'square thetas',
    tf.zeros([5, 3, 3]),
    /last row if it is \(0, 0, 1\): tf\.slice\(theta, \[0, 0, 0\], \[-1, 2, 3\]\)/,
  ],
  ['square thetas in 3-D', tf.zeros([5, 4, 4]), /\(0, 0, 0, 1\): tf\.slice\(theta, \[0, 0, 0\], \[-1, 3, 4\]\)/],
];

const boxes: [string, unknown, RegExp][] = [
  ['a flat box', [-1, -1, 1, 1], /Wrap a single box/],
  ['flat boxes', tf.zeros([12]), /tf\.reshape\(boxes, \[3, 4\]\)/],
  ['flat numbers that are no whole boxes', tf.zeros([6]), /Wrap a single box/],
  ['boxes for each image', tf.zeros([12, 2, 4]), /two axes/],
  ['undefined', undefined, /boxes: got undefined.*It is undefined/],
  ['rotated boxes', [[0, 0, 1, 1, 0]], /rotatedBoxToTheta/],
  ['corners without their opposites', [[0, 0, 1]], /Pass two opposite corners per box/],
];

const volume = tf.zeros<tf.Rank.R5>([1, 2, 4, 6, 3]);
const grids: [string, tf.Tensor, RegExp][] = [
  ['an image', image, /\[\[\[\[x, y\]\]\]\]; for no crops, pass tf\.zeros\(\[0, h, w, 2\]\)/],
  ['a volume', volume, /\[\[\[\[\[x, y, z\]\]\]\]\]; for no crops, pass tf\.zeros\(\[0, d, h, w, 3\]\)/],
];

describe('what to do is said for', () => {
  it.each(imagesThatAreNone)('%s as the image', (_, value, message) => {
    expect(messageOf(core.crop, value, box, size)).toMatch(message);
  });
  it('pictures without all axes in NCHW', () => {
    const nchw = { dataFormat: 'NCHW' };
    expect(messageOf(core.crop, tf.zeros([4, 6]), box, size, nchw)).toMatch(
      /channel axis of a grey picture \[H,W\] in front/,
    );
    expect(messageOf(core.crop, tf.zeros([3, 4, 6]), box, size, nchw)).toMatch(
      /batch axis of a single image \[C,H,W\] in front.*channel axis of grey pictures \[N,H,W\] as the second with tf\.expandDims\(image, 1\)/,
    );
  });
  it.each(unknownThings)('%s as the image: what an image may be', (_, value) => {
    expect(messageOf(core.crop, value, box, size)).toMatch(/Pass a tf\.Tensor, a tf\.Variable or nested arrays/);
  });
  it.each(grids)('a flat grid for %s', (_, sampled, message) => {
    expect(messageOf(core.gridSample, sampled, tf.zeros([2, 2]))).toMatch(message);
  });
  it('a flat rotated box', () => {
    expect(messageOf(core.rotatedBoxToTheta, [0, 0, 1, 1, 0], size)).toMatch(/Wrap a single box: \[\[cx, cy, w, h/);
  });
  it.each(thetas)('%s', (_, value, message) => {
    expect(messageOf(core.affineGrid, value, size)).toMatch(message);
  });
  it('what is advised for thetas works', () => {
    const theta = tf.slice(tf.zeros<tf.Rank.R3>([5, 3, 3]), [0, 0, 0], [-1, 2, 3]);
    expect(core.affineGrid(theta, [2, 2]).shape).toEqual([5, 2, 2, 2]);
  });
  it.each(boxes)('%s as boxes', (_, value, message) => {
    expect(messageOf(core.crop, image, value, size)).toMatch(message);
  });
  it('more crops than memory holds', () => {
    expect(messageOf(core.crop, image, box, [65_536, 65_536])).toMatch(/OUT_OF_MEMORY/);
    expect(messageOf(core.affineGrid, core.boxToTheta(box), [32_768, 16_385])).toMatch(
      /at most 2 \*\* 30 values.*OUT_OF_MEMORY/,
    );
  });
});

function messageOf(f: (...args: never[]) => unknown, ...args: unknown[]): string {
  try {
    Reflect.apply(f, undefined, args);
  } catch (error) {
    if (error instanceof core.CropError) return error.message;
    throw error;
  }
  throw new Error('It was not refused');
}
