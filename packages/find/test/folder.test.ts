import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import { BuiltCommand } from './built-command.js';
import { cut, UserFolder } from './user-folder.js';

const user = new UserFolder();
afterAll(() => user.remove());

const FACE = [130, 6, 192, 192] as const;
const PATCH = [110, 320, 130, 120] as const;
await user.save('photos/left.png', cut(0, 0, 340, 512));
await user.save('photos/below/right.jpg', cut(200, 100, 312, 412));
user.write('photos/broken.png', 'no pixels');
user.write('photos/notes.txt', 'no image');
await user.save('thumbs/face.png', cut(...FACE).resize(64, 64));
await user.save('thumbs/deep/patch.jpg', cut(...PATCH).resize(104, 96));
await user.save('thumbs/same.png', cut(...FACE).resize(64, 64));
await user.save(
  'thumbs/other.png',
  cut(...FACE)
    .flip()
    .negate(),
);
user.write('thumbs/words.jpg', 'no pixels');
const table = user.path('table.csv');

const run = (...flags: string[]) =>
  new BuiltCommand(user.path('photos'), user.path('thumbs'), '--out', table, '--threads', '2', ...flags).ended;
const rows = (): Record<string, string>[] => parse(readFileSync(table), { columns: true });

it('writes a row for each thumbnail, goes on where it stopped, and does again what has changed', async () => {
  const first = await run();
  expect(first.status).toBe(1);
  expect(first.stdout).toBe(`3 of 5 thumbnails found: ${table}\n`);
  expect(first.stderr).toMatch(/^failed: broken\.png cannot be read .*\nfailed: words\.jpg cannot be read .*\n$/);
  const written = readFileSync(table, 'utf8');
  const [patch, face, other, same, words] = rows();
  expect(patch).toMatchObject({ thumbnail: 'deep/patch.jpg', photo: 'left.png', rotation: '0.00', note: '' });
  expect(face).toMatchObject({ thumbnail: 'face.png', photo: 'left.png' });
  for (const [edge, expected] of [
    ['x', 130],
    ['y', 6],
    ['x2', 322],
    ['y2', 198],
  ] as const) {
    expect(Math.abs(Number(face[edge]) - expected)).toBeLessThan(0.5);
  }
  expect(same).toEqual({ ...face, thumbnail: 'same.png' });
  expect(other).toMatchObject({ thumbnail: 'other.png', photo: '', x: '' });
  expect(other.note).not.toBe('');
  expect(words).toMatchObject({ thumbnail: 'words.jpg', photo: '', score: '' });
  expect(existsSync(`${table}.ranks`)).toBe(false);

  // Stopped while the row of other.png was written: what is whole stays as it is, even if it is not true.
  const believed = written.replace(/^(face\.png,left\.png,)[\d.]+/m, '$1999.00');
  writeFileSync(table, believed.slice(0, believed.indexOf('other.png') + 20));
  expect((await run()).status).toBe(1);
  expect(readFileSync(table, 'utf8')).toBe(believed);

  // Another photo: any thumbnail may be in that one.
  await user.save('photos/more.png', cut(0, 0, 512, 300));
  await run();
  expect(rows()[1].x).not.toBe('999.00');
});
