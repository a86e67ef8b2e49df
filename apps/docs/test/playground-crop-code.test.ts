import '@cropgrad/backend-cpu';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setBackend, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveState } from '../home/live-photo.js';
import { BACKEND_NAMES } from '../playground/backends.js';
import type { PhotoBox } from '../playground/box.js';
import { cropCode, cropLines } from '../playground/crop-code.js';
import { PHOTO_NAMES } from '../playground/photos.js';
import { initialState, samplingOf } from '../playground/state.js';
import { boxesTensor, cropBoxes, type Sampling } from '../playground/worker/crop-boxes.js';
import { compile } from './compile.js';
import { root } from './markdown-programs.js';

const folder = join(root, 'apps/docs/test/.crop-code');
const SIZE = { width: 40, height: 24 };
const PLAIN: Sampling = {
  size: { width: 9, height: 7 },
  mode: 'bilinear',
  paddingMode: 'zeros',
  outside: 'pad',
  alignCorners: false,
  antialias: false,
};
const UPRIGHT: PhotoBox = { cx: 22.25, cy: 11, w: 13, h: 30.5, angle: 0 };
const TURNED: PhotoBox = { ...UPRIGHT, angle: -35 };

describe('the code for the crop in view', () => {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    const pixels = `tf.randomUniform<tf.Rank.R4>([1, ${SIZE.height}, ${SIZE.width}, 3], 0, 1, 'float32', 1)`;
    const photo = `import '@cropgrad/backend-cpu';\nimport * as tf from '@tensorflow/tfjs-core';\nawait tf.setBackend('cpu');`;
    writeFileSync(join(folder, 'photo.ts'), `${photo}\nexport const photo: tf.Tensor4D = ${pixels};\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, PhotoBox, Partial<Sampling>]>([
    ['upright', UPRIGHT, {}],
    ['turned', TURNED, { mode: 'bicubic', paddingMode: 'reflection' }],
    ['upright-averaged', UPRIGHT, { antialias: true, outside: 'fill' }],
    ['upright-aligned', UPRIGHT, { alignCorners: true }],
    ['turned-aligned', TURNED, { alignCorners: true, paddingMode: 'border' }],
  ])('takes the same crop as the playground: %s', async (name, box, options) => {
    const sampling = { ...PLAIN, ...options };
    const taken = await cropped(name, cropCode(box, SIZE, sampling, 'cpu', false));
    await setBackend('cpu');
    const { photo }: { photo: Tensor4D } = await import(join(folder, 'photo.ts'));
    const wanted = tidy(() => cropBoxes(photo, boxesTensor([box]), sampling));
    expect(taken.shape).toEqual(wanted.shape);
    const values = wanted.dataSync();
    const distances = Array.from(taken.dataSync(), (value, i) => Math.abs(value - values[i]));
    // The code rounds each number by half a ten-thousandth, or by half a hundredth of a pixel. Then no point is off by more
    // than 0.005 pixels, and neighbours differ by 1 at most, bicubic by up to twice that from one to the next.
    expect(Math.max(...distances)).toBeLessThan(0.01);
  });

  it('is two lines of crop for the boxes that pages begin with', () => {
    for (const state of [liveState(), ...PHOTO_NAMES.map(initialState)]) {
      const lines = cropLines(state.box, SIZE, samplingOf(state));
      expect(lines.join('\n').split('\n')).toHaveLength(2);
      expect(lines[0]).toMatch(/^const boxes = boxesFromPixels\(\[\[.*\]\], \[24, 40\]\);$/);
      expect(lines[1]).toBe('const cropped = crop(photo, boxes, [64, 64]);');
    }
  });

  it('says where a photo has a fourth channel', () => {
    expect(cropCode(UPRIGHT, SIZE, PLAIN, 'cpu', true)).toContain('[1,24,40,4], colours multiplied by alpha');
    expect(cropCode(UPRIGHT, SIZE, PLAIN, 'cpu', false)).toContain('[1,24,40,3]\n');
  });

  it('compiles, for every backend', () => {
    const files = BACKEND_NAMES.map((name) => write(`on-${name}`, cropCode(TURNED, SIZE, PLAIN, name, false)));
    const messages = compile(files).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(messages).toEqual([]);
  });
});

function write(name: string, code: string): string {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, `import { photo } from './photo.js';\n${code}export { cropped };\n`);
  return file;
}

async function cropped(name: string, code: string): Promise<Tensor4D> {
  const { cropped }: { cropped: Tensor4D } = await import(write(name, code));
  return cropped;
}
