import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../input-error.js';
import { prepareFolder, writeInto } from '../prepare-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'cropgrad-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('makes a folder below folders that are not there yet', async () => {
  const deep = join(folder, 'a/b/c');
  await prepareFolder(deep, ['result.json']);
  expect(readFileSync(join(deep, 'result.json'), 'utf8')).toBe('');
});

it('may be asked twice at once, and keeps what is in the files', async () => {
  const shared = join(folder, 'shared/by/two');
  await Promise.all([prepareFolder(shared, ['one']), prepareFolder(shared, ['two'])]);
  writeFileSync(join(shared, 'one'), 'kept');
  await prepareFolder(shared, ['one']);
  expect(readFileSync(join(shared, 'one'), 'utf8')).toBe('kept');
});

describe('refuses', () => {
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'taken/result.json'), { recursive: true });
  it.each([
    [join(folder, 'file')],
    [join(folder, 'file/below')],
    [join(folder, 'taken')],
    [join(folder, 'x'.repeat(300))],
    ['/proc/no/folder'],
    ['/proc/self/fd/none/at/all'],
    ['/proc'],
  ])('%s', async (path) => {
    const refused = prepareFolder(path, ['result.json']);
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(`--out: cannot write into ${path} (`);
  });
});

it('writing that fails says where', async () => {
  const full = writeInto(folder, () => Promise.reject(new Error('ENOSPC: no space left on device')));
  await expect(full).rejects.toThrow(`--out: cannot write into ${folder} (ENOSPC: no space left on device)`);
  expect(existsSync(folder)).toBe(true);
});
