import '@tensorflow/tfjs-backend-cpu';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Check } from '../src/check.js';
import { FailureMemory } from '../src/failure-memory.js';
import { mount } from '../src/mount.js';
import { forAll } from '../src/property.js';
import { runCheck } from '../src/run-check.js';
import { plainBackend } from './self/plain-backend.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cropgrad-failures-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Drawn {
  x: number;
  pixels: Float32Array;
}

/** A check that one number in a million fails. */
function rare(tried: number[]): Check {
  const arbitrary = fc
    .integer({ min: 0, max: 1_000_000 })
    .map((x): Drawn => ({ x, pixels: Float32Array.of(x, Number.NaN) }));
  return {
    id: 'law/rare',
    title: 'no number is 271828',
    kind: 'law',
    covers: {},
    applies: () => true,
    run: (context) =>
      forAll<Drawn>(
        context,
        arbitrary,
        async ({ x, pixels }) => {
          tried.push(x);
          if (x === 271828 || !Number.isNaN(pixels[1])) throw new Error('it is');
        },
        ({ x }) => `x = ${x}`,
      ),
  };
}

it('an input that failed is kept, and tried first with any other seed', async () => {
  const file = join(folder, 'failures.json');
  const mounted = await mount(plainBackend());
  const memory = await FailureMemory.open(file);
  await memory.keep('law/rare', { x: 271828, pixels: Float32Array.of(271828, Number.NaN) });

  const tried: number[] = [];
  const failures = await FailureMemory.open(file);
  const { failure } = await runCheck(rare(tried), mounted, { runs: 5, seed: 99, failures });
  expect(tried).toEqual([271828]);
  expect(failure).toContain(`x = 271828\n(kept from an earlier failure in ${file})`);
  mounted.unmount();
});

it('a new failure is written at once, and the same one once', async () => {
  const file = join(folder, 'failures.json');
  const mounted = await mount(plainBackend());
  const check: Check = {
    ...rare([]),
    run: (context) => forAll(context, fc.integer(), () => Promise.reject(new Error('never')), String),
  };
  for (const seed of [1, 2]) {
    await rm(file, { force: true });
    const result = await runCheck(check, mounted, { runs: 5, seed, failures: await FailureMemory.open(file) });
    expect(result.failure).toContain('never');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ version: 1, inputs: { 'law/rare': ['[0]'] } });
  }
  mounted.unmount();
});

it('a file with other content is refused, and stays as it is', async () => {
  const file = join(folder, 'words.json');
  await writeFile(file, 'no failures here');
  await expect(FailureMemory.open(file)).rejects.toThrow(/words\.json.*a file with other content/);
  await expect(FailureMemory.open(folder)).rejects.toThrow(/a file that the suite wrote/);
});
