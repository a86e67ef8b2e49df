import { afterAll, expect, it } from 'vitest';
import { LineFile } from '../src/folder/line-file.js';
import { UserFolder } from './user-folder.js';

const user = new UserFolder();
afterAll(() => user.remove());

it('keeps whole lines, and cuts off half of one before the next is added', async () => {
  const path = user.write('a.txt', 'one\ntwo\nhal');
  const file = await LineFile.open(path);
  expect(file.lines).toEqual(['one', 'two']);
  expect(user.read('a.txt')).toBe('one\ntwo\nhal');
  await Promise.all([file.append('three'), file.append('four')]);
  expect(user.read('a.txt')).toBe('one\ntwo\nthree\nfour\n');
});

it('begins a file that is not there', async () => {
  const file = await LineFile.open(user.path('b.txt'));
  expect(file.lines).toEqual([]);
  await file.append('one');
  expect(user.read('b.txt')).toBe('one\n');
});
