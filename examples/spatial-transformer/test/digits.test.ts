import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIGIT_SIDE, type Digits, type Part, readDigits } from '../src/read-digits.js';
import { useWasm } from '../src/use-wasm.js';

const folder = join(import.meta.dirname, '../digits');

describe('the digits', () => {
  const parts: Partial<Record<Part, Digits>> = {};
  beforeAll(async () => {
    await useWasm();
    for (const part of ['training', 'validation', 'test'] as const) parts[part] = await readDigits(part);
  });

  it.each(['images-idx3-ubyte.gz', 'labels-idx1-ubyte.gz'])('%s is what their README says', (name) => {
    const bytes = gunzipSync(readFileSync(join(folder, name)));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(hash);
  });

  it.each([
    ['training', 6995],
    ['validation', 1001],
    ['test', 2004],
  ] as const)('the %s part has %i of them, in the proportions of the whole', (part, count) => {
    const whole = [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978];
    const { images, labels } = parts[part] ?? { images: undefined, labels: [] };
    expect(images?.shape).toEqual([count, DIGIT_SIDE, DIGIT_SIDE, 1]);
    expect(labels).toHaveLength(count);
    for (const [digit, all] of whole.entries()) {
      const share = labels.filter((label) => label === digit).length / count;
      expect(Math.abs(share - all / 10_000)).toBeLessThan(0.001);
    }
  });

  it('no image is in two parts, and none is blank', async () => {
    const seen = new Set<string>();
    for (const { images } of Object.values(parts)) {
      const pixels = new Float32Array(await images.data());
      for (let n = 0; n < images.shape[0]; n++) {
        const image = pixels.subarray(n * DIGIT_SIDE ** 2, (n + 1) * DIGIT_SIDE ** 2);
        expect(image.some((value) => value === 0) && image.some((value) => value > 0.5)).toBe(true);
        seen.add(Buffer.from(image.buffer, image.byteOffset, image.byteLength).toString('latin1'));
      }
    }
    expect(seen.size).toBe(10_000);
    tf.dispose(Object.values(parts).map(({ images }) => images));
  });
});
