import { CropError, cropArray } from '@cropgrad/arrays';
import { expect, it } from 'vitest';
import { photo } from './photo.js';

const image = photo(8, 6, 3);
const box = [0, 0, 8, 6];
const size = [2, 2];
const none = undefined;
const quad = [0, 0, 8, 0, 8, 6, 0, 6];

/** Arguments that are wrong, the code of the error, and what its message says. */
const cases: [string, readonly unknown[], string, RegExp][] = [
  ['no image', [none, box, size], 'INVALID_INPUT', /image: got undefined; expected \{ data, width/],
  ['a path', ['photo.png', box, size], 'INVALID_INPUT', /got 'photo.png'.*Decode/],
  ['data that is a list', [{ ...image, data: [1, 2] }, box, size], 'INVALID_DTYPE', /image\.data: got \[1,2\]/],
  ['data in float64', [{ ...image, data: new Float64Array(144) }, box, size], 'INVALID_DTYPE', /Float64Array\(144\)/],
  ['too few values', [{ ...image, width: 9 }, box, size], 'INVALID_SHAPE', /144 values; expected 162/],
  ['no width', [{ data: image.data, height: 6 }, box, size], 'INVALID_SHAPE', /image\.width: got undefined/],
  ['channels that do not fit', [{ data: image.data, width: 7, height: 6 }, box, size], 'INVALID_SHAPE', /channels/],
  ['an empty image', [{ data: new Uint8Array(0), width: 0, height: 6 }, box, size], 'EMPTY_IMAGE', /\[1,6,0,0\]/],
  ['dims of rank 2', [{ data: image.data, dims: [6, 24] }, box, size], 'INVALID_RANK', /\[6,24\]/],
  ['dims that are none', [{ data: image.data, dims: 3 }, box, size], 'INVALID_SHAPE', /image\.dims: got 3/],
  ['another layout', [{ data: image.data, dims: [3, 6, 8], layout: 'CHW' }, box, size], 'INVALID_OPTION', /'CHW'/],
  ['no boxes at all', [image, none, size], 'INVALID_INPUT', /boxes: got undefined; expected 4 finite numbers/],
  ['a box with a NaN', [image, [box, [0, 0, Number.NaN, 1]], size], 'INVALID_INPUT', /boxes\[1\]/],
  ['a box of text', [image, [['0', '0', '8', '6']], size], 'INVALID_INPUT', /boxes\[0\]/],
  ['five numbers', [image, [[0, 0, 8, 6, 1]], size], 'INVALID_SHAPE', /5 numbers; expected 4.*format/],
  ['six numbers, flat', [image, [0, 0, 8, 6, 1, 1], size], 'INVALID_SHAPE', /6 numbers/],
  [
    'a quad of a line',
    [image, [0, 0, 8, 0, 4, 0, 0, 6], size, { format: 'quad' }],
    'INVALID_INPUT',
    /boxes\[0\].*convex/,
  ],
  ['a quad that crosses itself', [image, [0, 0, 8, 6, 8, 0, 0, 6], size, { format: 'quad' }], 'INVALID_INPUT', /order/],
  ['one number as size', [image, box, 2], 'INVALID_SHAPE', /size: got 2; expected \[height, width\]/],
  ['a size of 0', [image, box, [2, 0]], 'INVALID_SHAPE', /size/],
  ['a huge size', [image, box, [2 ** 15, 2 ** 15]], 'OUT_OF_MEMORY', /2\^30/],
  ['options that are none', [image, box, size, 'NCHW'], 'INVALID_OPTION', /a plain object/],
  ['an unknown key', [image, box, size, { antiAlias: true }], 'INVALID_OPTION', /'antiAlias'.*spelling/],
  ['an unknown mode', [image, box, size, { mode: 'lanczos' }], 'INVALID_OPTION', /'bilinear', 'nearest', 'bicubic'/],
  ['antialias of nearest', [image, box, size, { mode: 'nearest', antialias: true }], 'INVALID_OPTION', /nearest/],
  ['antialias of a word', [image, box, size, { antialias: 'yes' }], 'INVALID_OPTION', /true or false/],
  ['a letterboxed quad', [image, quad, size, { format: 'quad', fit: 'letterbox' }], 'INVALID_OPTION', /fit/],
  ['more channels', [image, box, size, { channels: 4 }], 'INVALID_OPTION', /from 1 to the 3/],
  ['a mean per pixel', [image, box, size, { mean: [1, 2] }], 'INVALID_SHAPE', /each of the 3 channels/],
  ['a std of 0', [image, box, size, { std: [1, 0, 1] }], 'INVALID_OPTION', /other than 0/],
  ['a scale of text', [image, box, size, { scale: '1' }], 'INVALID_OPTION', /scale: got '1'/],
  ['a fill of NaN', [image, box, size, { fillValue: Number.NaN }], 'INVALID_OPTION', /finite/],
  ['an index too high', [image, box, size, { imageIndex: [1] }], 'INDEX_OUT_OF_RANGE', /imageIndex\[0\]: got 1/],
  ['an index too many', [image, box, size, { imageIndex: [0, 0] }], 'INVALID_SHAPE', /2 entries/],
  ['an index of text', [image, box, size, { imageIndex: '0' }], 'INVALID_OPTION', /imageIndex/],
  [
    'three boxes of two images',
    [{ data: new Uint8Array(8), dims: [2, 1, 2, 2] }, [box, box, box], size],
    'INVALID_SHAPE',
    /3 for 2/,
  ],
];

for (const [name, args, code, message] of cases) {
  it(`refuses ${name}`, () => {
    const call = () => Reflect.apply(cropArray, undefined, args);
    expect(call).toThrow(CropError);
    expect(call).toThrow(expect.objectContaining({ code }));
    expect(call).toThrow(message);
  });
}
