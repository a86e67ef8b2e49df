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
const quads = [
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
];
const grid = [[[[0, 0]]]];
const triangle = [
  [-1, -1],
  [1, -1],
  [0, 1],
];
const size = [2, 2];
const NOTHING = ['undefined'];

/** Every public function, arguments that are right, and which strange values are right at each place. */
const CALLS: [f: (...args: never[]) => unknown, right: unknown[], accepted: string[][]][] = [
  [core.crop, [image, boxes, size, {}], [[], ['[]'], [], NOTHING]],
  [core.gridSample, [image, grid, {}], [[], [], NOTHING]],
  [core.affineSample, [image, theta, size, {}], [[], ['[]'], [], NOTHING]],
  [core.affineGrid, [theta, size, {}], [['[]'], [], NOTHING]],
  [core.boxToTheta, [boxes], [['[]']]],
  [core.boxesFromPixels, [boxes, size, {}], [['[]'], ['a huge size'], NOTHING]],
  [core.boxesToPixels, [boxes, size, {}], [['[]'], ['a huge size'], NOTHING]],
  [core.boxesFromUnit, [boxes, {}], [['[]'], NOTHING]],
  [core.boxesToUnit, [boxes, {}], [['[]'], NOTHING]],
  [core.enlargeBoxes, [boxes, 1.5], [['[]'], ['0', '-0', '1.5', '-1', '2 ** 53']]],
  [core.letterboxBoxes, [boxes, size, size], [['[]'], ['a huge size'], ['a huge size']]],
  [core.squareBoxes, [boxes, size], [['[]'], ['a huge size']]],
  [core.rotatedBoxToTheta, [[[0, 0, 1, 1, 0]], size, {}], [['[]'], ['a huge size'], NOTHING]],
  [core.composeTheta, [theta, theta], [[], []]],
  [core.invertTheta, [theta], [['[]']]],
  [core.thetaFromPixels, [theta, size, size, { maps: 'cropToImage' }], [['[]'], ['a huge size'], ['a huge size'], []]],
  [core.thetaToPixels, [theta, size, size, { maps: 'imageToCrop' }], [['[]'], ['a huge size'], ['a huge size'], []]],
  [core.flowGrid, [grid, {}], [[], NOTHING]],
  [core.tpsGrid, [triangle, [triangle], size, {}], [[], ['[]'], [], NOTHING]],
  [core.quadToTheta, [quads], [['[]']]],
  [core.transformPoints, [theta, [[[0, 0]]]], [['[]'], ['[]']]],
  [core.registerCropBackend, [{}], [[]]],
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

/** Every public function and option, given every strange value, on one backend: it is right, or a CropError that loses nothing. */
export function testStrangeValues(backend: string): void {
  describe(`on ${backend}`, () => {
    beforeAll(() => {
      vi.spyOn(console, 'warn').mockImplementation(() => {});
    });
    afterAll(() => {
      vi.restoreAllMocks();
    });

    beforeAll(async () => {
      await tf.setBackend(backend);
    });

    type Place = [
      name: string,
      f: (...args: never[]) => unknown,
      args: (value: unknown) => unknown[],
      accepted: string[],
    ];
    const places = CALLS.flatMap(([f, right, accepted]) =>
      right.map(
        (_, at): Place => [
          `${f.name}, argument ${at}`,
          f,
          (value) => right.map((argument, k) => (k === at ? value : argument)),
          accepted[at],
        ],
      ),
    );
    const options = Object.entries(OPTIONS).map(
      ([key, accepted]): Place => [
        `crop, option ${key}`,
        core.crop,
        (value) => [image, boxes, size, { [key]: value }],
        accepted,
      ],
    );

    it.each([...places, ...options])(
      '%s: a strange value is right, or a CropError, and loses nothing',
      (_, f, args, accepted) => {
        for (const { name, make } of STRANGE_VALUES) {
          const before = alive();
          const outcome = outcomeOf(() => Reflect.apply(f, undefined, args(make())));
          expect(alive(), `${name} loses nothing`).toEqual(before);
          if (accepted.includes(name)) expect(outcome, `${name} is right`).toBe('right');
          else
            expect(outcome, `${name} is refused`).toMatchObject({
              name: 'CropError',
              code: expect.any(String),
              next: expect.any(String),
            });
        }
      },
    );
  });
}

/** 'right', or what a call throws. */
function outcomeOf(call: () => unknown): unknown {
  try {
    tf.tidy(() => {
      call();
      return [];
    });
    return 'right';
  } catch (error) {
    return error;
  }
}

function alive(): object {
  const { numTensors, numDataBuffers, numBytes } = tf.memory();
  return { numTensors, numDataBuffers, numBytes, dataIds: tf.engine().backend.numDataIds() };
}
