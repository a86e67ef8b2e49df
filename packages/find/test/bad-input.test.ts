import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { cropgradAlign } from '../src/cropgrad-align.js';
import { cropgradFind } from '../src/cropgrad-find.js';
import { runInProcess } from './run-in-process.js';
import { ASTRONAUT, cut, UserFolder } from './user-folder.js';

const user = new UserFolder();
afterAll(() => user.remove());
const words = user.write('words.png', 'no pixels here');
const empty = user.write('empty.png', '');
const table = user.write('table.csv', 'a,b\n1,2\n');
const line = user.write('line.txt', 'a line without an end');
user.write('photos/one.png', '');
user.write('thumbs/one.png', '');
mkdirSync(user.path('nothing'));
const huge = user.write('huge.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"/>');
const tiny = await user.save('tiny.png', cut(0, 0, 5, 5));
const thumb = await user.save('thumb.png', cut(100, 100, 64, 64));
const folders = [user.path('photos'), user.path('thumbs')];

const REFUSED: [what: string, args: string[], message: RegExp][] = [
  ['no file', [user.path('missing\nfile.png'), thumb], /there is no file or folder .*missing file\.png/],
  ['a device', ['/dev/zero', thumb], /\/dev\/zero is not a file/],
  ['no image', [words, thumb], /words\.png cannot be read as an image \(/],
  ['an empty file', [ASTRONAUT, empty], /empty\.png cannot be read as an image/],
  ['too many pixels', [huge, thumb], /huge\.svg has 30000 x 30000 pixels.*shrink it first/],
  ['too few pixels', [ASTRONAUT, tiny], /at least 12 × 12 pixels/],
  ['one file', [ASTRONAUT], /missing required argument 'thumbnail'/],
  ['three files', [ASTRONAUT, thumb, thumb], /too many arguments/],
  ['a file and a folder', [user.path('photos'), thumb], /thumb\.png: give two files, or two folders/],
  ['an unknown model', [ASTRONAUT, thumb, '--model', 'circle'], /Allowed choices are box, rotatedBox/],
  ['an unknown flag', [ASTRONAUT, thumb, '--colour'], /unknown option '--colour'/],
  ['--out of files', [ASTRONAUT, thumb, '--out', 'a.csv'], /--out is for two folders, and these are files/],
  [
    '--overlay into nothing',
    [ASTRONAUT, thumb, '--overlay', user.path('no/where.png')],
    /--overlay: cannot write .*where\.png/,
  ],
  ['--json of folders', [...folders, '--json'], /--json is for two files, and these are folders/],
  ['folders without --out', folders, /two folders need --out/],
  ['--work without --queue', [...folders, '--work'], /--work: say which --queue/],
  [
    '--work with --out',
    [...folders, '--work', '--queue', 'redis://localhost', '--out', 'a.csv'],
    /--out is for the process that writes/,
  ],
  ['no threads', [...folders, '--out', 'a.csv', '--threads', '0'], /Expected a number from 1/],
  ['an empty folder', [user.path('nothing'), user.path('thumbs'), '--out', 'a.csv'], /nothing holds no image/],
  ['another table', [...folders, '--out', table], /table\.csv is not a table of cropgrad-find: name another file/],
  ['a line that is no table', [...folders, '--out', line], /line\.txt is not a table of cropgrad-find/],
  ['a picture as the table', [...folders, '--out', ASTRONAUT], /is not a table of cropgrad-find/],
  ['a table in no folder', [...folders, '--out', user.path('no/table.csv')], /--out: cannot write .*table\.csv/],
  [
    'a queue of another kind',
    [...folders, '--out', user.path('q.csv'), '--queue', 'http://localhost'],
    /--queue: .* is not an address such as redis/,
  ],
  [
    'a queue that is not there',
    [...folders, '--out', user.path('q.csv'), '--queue', 'redis://127.0.0.1:1'],
    /--queue: no Redis answers at .*ECONNREFUSED/,
  ],
];

it.each(REFUSED)('cropgrad-find refuses in one line: %s', async (_what, args, message) => {
  const before = readFileSync(ASTRONAUT);
  const { status, stdout, stderr } = await runInProcess(cropgradFind, ...args);
  expect(stderr).toMatch(/^error: .*\n$/);
  expect(stderr).toMatch(message);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(readFileSync(ASTRONAUT).equals(before)).toBe(true);
  expect(readFileSync(line, 'utf8')).toBe('a line without an end');
});

it.each<[what: string, args: string[], message: RegExp]>([
  ['no file', [user.path('missing.png'), ASTRONAUT], /there is no file .*missing\.png/],
  ['no image', [ASTRONAUT, words], /words\.png cannot be read as an image/],
  ['an unknown model', [ASTRONAUT, thumb, '--model', 'bend'], /Allowed choices are translation, box/],
  [
    'a mask of another size',
    [thumb, ASTRONAUT, '--mask', thumb],
    /--mask: .*64 x 64 pixels, and .* 512 x 512: a mask must have the size/,
  ],
])('cropgrad-align refuses in one line: %s', async (_what, args, message) => {
  const { status, stdout, stderr } = await runInProcess(cropgradAlign, ...args, '--out', user.path('aligned.png'));
  expect(stderr).toMatch(/^error: .*\n$/);
  expect(stderr).toMatch(message);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

it('--help says what there is, and how it ends', async () => {
  const { status, stdout } = await runInProcess(cropgradFind, '--help');
  expect(status).toBe(0);
  for (const flag of ['--model', '--overlay', '--out', '--queue', 'Exit status: 0 found'])
    expect(stdout).toContain(flag);
});
