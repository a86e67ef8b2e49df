import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../vectors', import.meta.url));
const ajv = new Ajv2020({ strict: true, strictTypes: false, schemas: { vectors: await json('schema.json') } });

async function json<T = Record<string, unknown>>(file: string): Promise<T> {
  return JSON.parse(await readFile(join(FOLDER, file), 'utf8'));
}

/** What the schema says against a value; nothing where it is as the schema wants it. */
function complaints(definition: string, value: unknown): string {
  ajv.validate(`vectors#/$defs/${definition}`, value);
  return ajv.errorsText();
}

it('schema.json describes every file of the vectors', async () => {
  expect(complaints('manifest', await json('manifest.json'))).toBe('No errors');
  const files = (await readdir(FOLDER, { recursive: true })).filter((file) => /\.(cases|expected)\.json$/.test(file));
  const { groups } = await json<{ groups: unknown[] }>('manifest.json');
  expect(files).toHaveLength(2 * groups.length);
  for (const file of files) {
    expect(complaints(file.includes('.cases.') ? 'cases' : 'expected', await json(file)), file).toBe('No errors');
  }
});

it('schema.json describes answers', () => {
  const sampler = { name: 'mine', version: '1.0', differs: { tie: 'rounds halves up' } };
  const answers = { a: { output: [0.25, 'NaN'] }, b: { unsupported: 'no volumes' }, c: { hung: 'no answer' } };
  expect(complaints('answers', { version: 1, sampler, answers })).toBe('No errors');
  expect(complaints('answers', { version: 2, sampler, answers })).toContain('version must be equal to constant');
  expect(complaints('answers', { version: 1, sampler: { name: 'mine' }, answers })).toContain("property 'version'");
  expect(complaints('answer', { output: ['nan'] })).not.toBe('No errors');
  expect(complaints('answer', { output: [1], error: 'both' })).not.toBe('No errors');
});

it('schema.json refuses a member that FORMAT.md does not know', async () => {
  const [vector] = await json<Record<string, unknown>[]>('affine_grid/random.cases.json');
  expect(complaints('vector', vector)).toBe('No errors');
  expect(complaints('vector', { ...vector, note: 'new' })).toContain('must NOT have additional properties');
  expect(complaints('vector', { ...vector, dy: undefined })).toContain('dy');
});
