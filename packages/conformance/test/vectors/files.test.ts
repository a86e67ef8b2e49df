import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeVectors } from '../../make-vectors/make-vectors.js';
import { readVectors } from '../../src/vectors/index.js';

const FOLDER = fileURLToPath(new URL('../../vectors', import.meta.url));

it('the committed files are what the command writes, byte for byte', async () => {
  for (const [path, text] of makeVectors()) {
    // Not by toBe, which would print megabytes.
    expect((await readFile(join(FOLDER, path), 'utf8')) === text, `${path}: run pnpm vectors`).toBe(true);
  }
});

it('they are read back whole, with answers for every vector, in less than 10 MB', async () => {
  const groups = await readVectors(FOLDER);
  const bytes = [...makeVectors().values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThan(10e6);
  for (const { vectors, expected } of groups) {
    expect(vectors.length).toBeGreaterThan(0);
    expect(Object.keys(expected)).toEqual(vectors.map(({ id }) => id));
    for (const { id, dy } of vectors) expect(expected[id].output?.data, id).toHaveLength(dy.data.length);
  }
});

it('every input is a float32 exactly', async () => {
  for (const { vectors } of await readVectors(FOLDER)) {
    for (const { id, inputs, dy } of vectors) {
      const numbers = [...Object.values(inputs), dy].flatMap(({ data }) => data.map(Number));
      expect(
        numbers.every((x) => Object.is(x, Math.fround(x))),
        id,
      ).toBe(true);
    }
  }
});
