import '@cropgrad/backend-cpu';
import { type ArrayOptions, type BoxList, cropArray, type Size } from '@cropgrad/arrays';
import {
  affineSample,
  boxesFromPixels,
  type CropOptions,
  crop,
  cropQuads,
  letterboxBoxes,
  rotatedBoxToTheta,
  squareBoxes,
} from '@cropgrad/core';
import { setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { furthest } from './furthest.js';
import { photo } from './photo.js';

beforeAll(() => setBackend('cpu'));

const [width, height] = [40, 27];
const image = photo(width, height, 3);
const size: Size = [9, 14];
const boxes = [
  [3.5, 2, 17.25, 12],
  [30, 25, 12, -4],
];

function expectSame(boxesHere: BoxList, options: ArrayOptions, sample: (image: ReturnType<typeof tensor4d>) => Tensor) {
  const tensor = tensor4d(image.data, [1, height, width, 3]);
  const expected = sample(tensor).dataSync();
  const { data } = cropArray(image, boxesHere, size, { layout: 'NHWC', ...options });
  // Core rounds theta to float32 after each step: so points lie up to 1e-5 pixels apart, and values 255 times that.
  expect(furthest(data, expected)).toBeLessThan(3e-3);
}

/** Options that core has, too. */
type Shared = Pick<ArrayOptions, 'mode' | 'antialias' | 'paddingMode' | 'outside'> & { fillValue?: number };

const modes: Shared[] = [
  {},
  { mode: 'bicubic' },
  { antialias: false },
  { mode: 'bicubic', antialias: false },
  { paddingMode: 'zeros', outside: 'pad', fillValue: 50 },
  { paddingMode: 'reflection', outside: 'pad' },
];
/** What core has other defaults for. */
const optionsOfCore = (options: Shared): CropOptions => ({
  antialias: true,
  paddingMode: 'border',
  outside: 'fill',
  ...options,
});

for (const options of modes) {
  const core = optionsOfCore(options);
  it(`boxes, rotated boxes and quads are those of core: ${JSON.stringify(options)}`, () => {
    expectSame(boxes, options, (x) => crop(x, boxesFromPixels(boxes, [height, width]), size, core));
    const rotated = [18, 13, 30, 16, 0.4];
    const normalised = [[(2 * 18) / width - 1, (2 * 13) / height - 1, 60 / width, 32 / height, 0.4]];
    const theta = rotatedBoxToTheta(normalised, [height, width]);
    expectSame(rotated, { ...options, format: 'rotated' }, (x) => affineSample(x, theta, size, core));
    const quad = [
      [4, 3],
      [35, 6],
      [38, 25],
      [-2, 20],
    ];
    const corners = [quad.map(([x, y]) => [(2 * x) / width - 1, (2 * y) / height - 1])];
    expectSame([quad], { ...options, format: 'quad' }, (x) => cropQuads(x, corners, size, core));
  });
}

it('letterboxes and squares are those of core, mirrored boxes too', () => {
  const core = optionsOfCore({});
  const normalised = boxesFromPixels(boxes, [height, width]);
  expectSame(boxes, { fit: 'letterbox' }, (x) =>
    crop(x, letterboxBoxes(normalised, [height, width], size), size, core),
  );
  expectSame(boxes, { fit: 'square' }, (x) => crop(x, squareBoxes(normalised, [height, width]), size, core));
});

it('a letterbox of a turned box grows along its own sides', () => {
  const { data } = cropArray(image, [20, 13, 8, 8, 0.3], size, { format: 'rotated', fit: 'letterbox' });
  const grown = cropArray(image, [20, 13, (8 * 14) / 9, 8, 0.3], size, { format: 'rotated' });
  expect(data).toEqual(grown.data);
});

it('every format says the same box, in every kind of list', () => {
  const { data } = cropArray(image, [[10, 4, 30, 20]], size);
  const lists: [ArrayOptions['format'], BoxList][] = [
    ['xyxy', [10, 4, 30, 20]],
    ['xyxy', Float32Array.of(10, 4, 30, 20)],
    ['xyxy', Float64Array.of(10, 4, 30, 20)],
    ['xyxy', Int32Array.of(10, 4, 30, 20)],
    ['xyxy', [Float32Array.of(10, 4, 30, 20)]],
    ['xywh', [[10, 4, 20, 16]]],
    ['cxcywh', [[20, 12, 20, 16]]],
    ['yxyx', [[4, 10, 20, 30]]],
    ['rotated', [[20, 12, 20, 16, 0]]],
  ];
  for (const [format, list] of lists) expect(cropArray(image, list, size, { format }).data).toEqual(data);
  // A quad samples through a quotient, whose rounding is its own.
  const quad = cropArray(image, [10, 4, 30, 4, 30, 20, 10, 20], size, { format: 'quad' }).data;
  for (const [i, value] of quad.entries()) expect(value).toBeCloseTo(data[i], 3);
});

it('a box turned by a quarter, counter-clockwise, has its top on the left', () => {
  const turned = cropArray(image, [10, 10, 6, 4, Math.PI / 2], [4, 6], { format: 'rotated', mode: 'nearest' });
  const upright = cropArray(image, [8, 7, 12, 13], [6, 4], { mode: 'nearest' });
  // Row 0 of the turned crop is the first column of the upright one, from its bottom.
  for (let j = 0; j < 6; j++) expect(turned.data[j]).toBe(upright.data[(5 - j) * 4]);
});
