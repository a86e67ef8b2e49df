import '@cropgrad/backend-cpu';
import '@cropgrad/backend-gpujs';
import '@cropgrad/backend-wasm';
import * as core from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { STRANGE_VALUES } from './strange-values.js';

const image = [
  [
    [[1], [2]],
    [[3], [4]],
  ],
];
const boxes = [[-1, -1, 1, 1]];
const theta = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
];
const grid = [[[[0, 0]]]];
const size = [2, 2];
const NOTHING = ['undefined'];

/** Every public function, arguments that are right, and which strange values are right at each place. */
const CALLS: [name: keyof typeof core, right: unknown[], accepted: string[][]][] = [
  ['crop', [image, boxes, size, {}], [[], ['[]'], [], NOTHING]],
  ['gridSample', [image, grid, {}], [[], [], NOTHING]],
  ['affineSample', [image, theta, size, {}], [[], ['[]'], [], NOTHING]],
  ['affineGrid', [theta, size, {}], [['[]'], [], NOTHING]],
  ['boxToTheta', [boxes], [['[]']]],
  ['boxesFromPixels', [boxes, size], [['[]'], []]],
  ['rotatedBoxToTheta', [[[0, 0, 1, 1, 0]], size, {}], [['[]'], [], NOTHING]],
  ['composeTheta', [theta, theta], [[], []]],
  ['invertTheta', [theta], [['[]']]],
  ['registerCropBackend', [{}], [[]]],
];

/** Every option, and which strange values are right for it. */
const OPTIONS: Record<string, string[]> = {
  mode: NOTHING,
  paddingMode: NOTHING,
  dataFormat: NOTHING,
  alignCorners: ['undefined', 'true', 'false'],
  imageIndex: NOTHING,
  fillValue: ['undefined', '0', '-0', '1.5', '-1', 'NaN', 'Infinity', '2 ** 53'],
};

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe.each(['cpu', 'wasm', 'gpujs'])('on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });

  const places = CALLS.flatMap(([name, right, accepted]) =>
    right.map((_, at): [string, keyof typeof core, (value: unknown) => unknown[], string[]] => [
      `${name}, argument ${at}`,
      name,
      (value) => right.map((argument, k) => (k === at ? value : argument)),
      accepted[at],
    ]),
  );
  const options = Object.entries(OPTIONS).map(([key, accepted]): (typeof places)[number] => [
    `crop, option ${key}`,
    'crop',
    (value) => [image, boxes, size, { [key]: value }],
    accepted,
  ]);

  it.each([...places, ...options])(
    '%s: each strange value is right, or a CropError that loses nothing',
    (_, name, args, accepted) => {
      for (const value of STRANGE_VALUES) {
        const before = alive();
        const outcome = tf.tidy(() => {
          outcomeOf(() => Reflect.apply(core[name] as () => unknown, undefined, args(value.make())));
          return [];
        });
        expect(outcome).toEqual([]);
        expect(alive(), `${value.name} loses nothing`).toEqual(before);
        expect(accepted.includes(value.name) ? 'right' : 'CropError', `${name} of ${value.name}: ${last}`).toBe(
          last === 'right' ? 'right' : last instanceof core.CropError ? 'CropError' : 'another error',
        );
      }
    },
  );
});

let last: unknown;

/** Keeps what a call gives: 'right', or what it throws. */
function outcomeOf(call: () => unknown): void {
  try {
    call();
    last = 'right';
  } catch (error) {
    last = error;
  }
}

function alive(): object {
  const { numTensors, numDataBuffers, numBytes } = tf.memory();
  return { numTensors, numDataBuffers, numBytes, dataIds: tf.engine().backend.numDataIds() };
}
