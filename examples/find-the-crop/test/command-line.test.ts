import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { example, UserFolder } from './demo.js';

const user = new UserFolder();
afterAll(() => user.remove());

it.each(['README.md', 'examples/find-the-crop/README.md'])('%s: the command without npx runs', (page) => {
  const root = join(example, '../..');
  const [command = ''] = readFileSync(join(root, page), 'utf8').match(/^node .*$/m) ?? [];
  const [program, ...args] = command.split(' ');
  expect(program).toBe('node');
  const printed = execFileSync(process.execPath, [...args, '--help'], { cwd: root, encoding: 'utf8' });
  expect(printed).toMatch(/^Usage: find-the-crop/);
});

it('--help lists the flags', async () => {
  const { status, stdout } = await user.demo('--help');
  expect(status).toBe(0);
  for (const flag of ['--image', '--thumbnail', '--box', '--size', '--backend', '--out'])
    expect(stdout).toContain(flag);
});

describe('bad input gives one clear line, and exit status 1', () => {
  writeFileSync(user.path('words.png'), 'no pixels here');
  writeFileSync(user.path('empty.png'), '');
  writeFileSync(user.path('cut.png'), readFileSync(join(example, 'astronaut.png')).subarray(0, 5000));
  writeFileSync(user.path('huge.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"/>');
  mkdirSync(user.path('taken/result.json'), { recursive: true });
  const fourNumbers = /'--box .* four numbers/;
  const noArea = /'--box .* has no area/;
  const height = /'--size .* HEIGHTxWIDTH/;

  it.concurrent.each<[string, string[], RegExp]>([
    ['a missing file', ['--image', 'missing.jpg'], /--image: there is no file .*missing\.jpg/],
    ['a missing file with a line break', ['--image', 'two\nlines.jpg'], /--image: there is no file .*two lines\.jpg/],
    ['a name that is too long', ['--image', 'x'.repeat(5000)], /--image: there is no file .*x/],
    ['a folder as the photo', ['--image', '.'], /--image: .* is not a file/],
    ['a device as the photo', ['--image', '/dev/zero'], /--image: .* is not a file/],
    ['no photo', ['--image', ''], /--image: expected a path, got ''/],
    ['a file that is no image', ['--image', 'words.png'], /--image: .*words\.png cannot be read as an image/],
    ['an empty file', ['--image', 'empty.png'], /--image: .*empty\.png cannot be read as an image/],
    ['an image cut short', ['--image', 'cut.png'], /--image: .*cut\.png cannot be read as an image/],
    ['an image too large', ['--image', 'huge.svg'], /--image: .*20000 x 20000 pixels; at most 100000000 /],
    ['a missing thumbnail', ['--thumbnail', 'missing.jpg'], /--thumbnail: there is no file .*missing\.jpg/],
    ['a thumbnail and a box', ['--thumbnail', 'words.png', '--box', '1,2,30,40'], /--box: a thumbnail is given/],
    ['a thumbnail and a size', ['--thumbnail', 'words.png', '--size', '9x9'], /--size: a thumbnail is given/],
    ['a box of three numbers', ['--box', '1,2,3'], /'--box .*'1,2,3' is invalid.* four numbers/],
    ['a box of five numbers', ['--box', '1,2,3,4,5'], fourNumbers],
    ['a box with a gap', ['--box', '1,,3,4'], fourNumbers],
    ['a box of words', ['--box', 'a,b,c,d'], fourNumbers],
    ['a box in base 16', ['--box', '0x10,0,100,100'], fourNumbers],
    ['an endless box', ['--box', '0,0,1e999,100'], fourNumbers],
    ['a box of NaN', ['--box', 'NaN,0,100,100'], fourNumbers],
    ['no box', ['--box', ''], fourNumbers],
    ['a box with a line break', ['--box', '1,\n2'], fourNumbers],
    ['a box of no area', ['--box', '10,10,10,90'], noArea],
    ['a box turned round', ['--box', '90,10,10,90'], noArea],
    ['a box out of the photo', ['--box', '400,400,600,500'], /--box: 400,400,600,500 reaches out .*512 pixels wide/],
    ['a box left of the photo', ['--box=-1,0,100,100'], /--box: -1,0,100,100 reaches out/],
    ['a size of one number', ['--size', '64'], height],
    ['a size of 0', ['--size', '0x64'], height],
    ['a size of 1.5', ['--size', '1.5x64'], height],
    ['a size below 0', ['--size=-8x64'], height],
    ['no size', ['--size', ''], height],
    ['a huge size', ['--size', '64x9999'], /'--size .* from 1 to 1024/],
    ['an unknown backend', ['--backend', 'abacus'], /'--backend .*'abacus' is invalid.* knows: cpu, gpujs/],
    ['a backend named as a method', ['--backend', 'constructor'], /'--backend .* knows: cpu, gpujs/],
    ['no backend', ['--backend', ''], /'--backend .* knows: cpu, gpujs/],
    ['an unknown flag', ['--boxes', '1,2,3,4'], /unknown option '--boxes'/],
    ['a flag without its value', ['--out'], /'--out <dir>' argument missing/],
    ['a word too many', ['photo.jpg'], /too many arguments/],
    ['no folder', ['--out', ''], /--out: expected a path, got ''/],
    ['a folder below a file', ['--out', 'words.png/out'], /--out: cannot write into .*words\.png/],
    ['a file as the folder', ['--out', 'words.png'], /--out: cannot write into .*words\.png/],
    ['a folder that cannot be made', ['--out', '/proc/no/folder'], /--out: cannot write into \/proc\/no\/folder/],
    ['a folder that takes no files', ['--out', '/proc'], /--out: cannot write into \/proc/],
    ['a folder in place of a result', ['--out', 'taken'], /--out: cannot write into .*taken .*result\.json/],
  ])('%s', async (_what, flags, message) => {
    const { status, stdout, stderr } = await user.demo(...flags);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
