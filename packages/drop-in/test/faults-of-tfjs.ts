import * as tf from '@tensorflow/tfjs-core';
import * as dropIn from '../src/index.js';

/** Something that tfjs 4.22 answers wrongly, counted by running it and us. */
interface Fault {
  backend: 'cpu' | 'wasm';
  what: string;
  /** How many of a number of questions are answered wrongly, by tfjs and by us. */
  count: () => { tfjs: number; ours: number; of: number };
}

type Functions = { cropAndResize: typeof dropIn.cropAndResize; transform: typeof dropIn.transform };

const TFJS = tf.image as unknown as Functions;

const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** An image [N,H,W,1] of 1, 2, 3 and so on. */
function counting(n: number, height: number, width: number): tf.Tensor4D {
  return tf.tensor4d(
    numbers(n * height * width).map((i) => i + 1),
    [n, height, width, 1],
  );
}

function isWrong(found: tf.Tensor, wanted: readonly number[]): boolean {
  const values = found.dataSync();
  return wanted.some((v, i) => Math.abs(values[i] - v) > 1e-4);
}

function counted<Q>(questions: readonly Q[], wrong: (functions: Functions, question: Q) => boolean) {
  const of = (functions: Functions): number => questions.filter((q) => tf.tidy(() => wrong(functions, q))).length;
  return { tfjs: of(TFJS), ours: of(dropIn), of: questions.length };
}

/** The first and the last pixel of runs of two or more of five. */
const runs = numbers(5).flatMap((near) => numbers(5 - near).map((more) => [near, near + more] as const));

export const faults: readonly Fault[] = [
  {
    backend: 'cpu',
    what: '`transform` moves the first image of a batch only: images of batches of 1, 2 and 3, moved by a pixel',
    count: () =>
      counted(
        [
          [1, 0],
          [2, 0],
          [2, 1],
          [3, 0],
          [3, 1],
          [3, 2],
        ],
        ({ transform }, [n, at]) => {
          const maps = numbers(n).map(() => [1, 0, 1, 0, 1, 0, 0, 0]);
          const moved = transform(counting(n, 1, 3), tf.tensor2d(maps), 'nearest', 'constant', 0);
          return isWrong(tf.slice(moved, at, 1), [3 * at + 2, 3 * at + 3, 0]);
        },
      ),
  },
  {
    backend: 'cpu',
    what: '`cropAndResize` of the whole image, box [0, 0, 1, 1]: its last row is lost to rounding; lengths of 2 to 26 to sizes of 2 to 26',
    count: () =>
      counted(
        numbers(25 * 25).map((at) => [2 + Math.floor(at / 25), 2 + (at % 25)]),
        ({ cropAndResize }, [length, size]) => {
          const whole = cropAndResize(tf.ones([1, length, 1, 1]), [[0, 0, 1, 1]], [0], [size, 1], 'bilinear', -1);
          return isWrong(whole, new Array<number>(size).fill(1));
        },
      ),
  },
  {
    backend: 'wasm',
    what: '`cropAndResize` of whole pixels reads from column 0 on: all 150 such crops, two columns or wider, of an image of 5 × 5',
    count: () =>
      counted(
        runs.flatMap((y) => runs.filter(([near, far]) => far > near).map((x) => [y, x] as const)),
        ({ cropAndResize }, [[y1, y2], [x1, x2]]) => {
          const [h, w] = [y2 - y1 + 1, x2 - x1 + 1];
          const box = [y1, x1, y2, x2].map((k) => k / 4);
          const wanted = numbers(h * w).map((at) => 5 * (y1 + Math.floor(at / w)) + x1 + (at % w) + 1);
          return isWrong(cropAndResize(counting(1, 5, 5), [box], [0], [h, w]), wanted);
        },
      ),
  },
  {
    backend: 'wasm',
    what: "`transform` with `'reflect'` left of the image and above it: one of 6 pixels, in a row or a column, moved by -12 to 12",
    count: () =>
      counted(
        numbers(50).map((at) => [(at % 25) - 12, at < 25] as const),
        ({ transform }, [by, inRow]) => {
          const [image, map] = inRow
            ? [counting(1, 1, 6), [1, 0, by, 0, 1, 0, 0, 0]]
            : [counting(1, 6, 1), [1, 0, 0, 0, 1, by, 0, 0]];
          return isWrong(
            transform(image, tf.tensor2d([map]), 'nearest', 'reflect', 0),
            numbers(6).map((x) => {
              const phase = (((x + by) % 12) + 12) % 12;
              return 1 + Math.min(phase, 11 - phase);
            }),
          );
        },
      ),
  },
];

/** The table of the README, made by running tfjs. */
export async function faultTable(): Promise<string> {
  const lines = ['| tfjs backend | what | wrong in tfjs | wrong here |', '| --- | --- | --- | --- |'];
  for (const { backend, what, count } of faults) {
    await tf.setBackend(backend);
    const { tfjs, ours, of } = count();
    lines.push(`| ${backend} | ${what} | ${tfjs} of ${of} | ${ours} |`);
  }
  return lines.join('\n');
}
