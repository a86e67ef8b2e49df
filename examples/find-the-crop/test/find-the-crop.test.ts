import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';

const example = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'find-the-crop-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Edges = [x: number, y: number, x2: number, y2: number];
interface Result {
  true: Edges;
  start: Edges;
  found: Edges;
  cornerError: number;
  steps: number;
  loss: number[];
  size: number[];
  backend: string;
}

/** Runs the demo as a user in `folder` would: through a package manager, which runs it somewhere else. */
function demo(...flags: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const args = ['--import', 'tsx', '--conditions=cropgrad-source', join(example, 'src/main.ts'), ...flags];
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: example, env }, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}

function resultIn(out: string): Result {
  return JSON.parse(readFileSync(join(folder, out, 'result.json'), 'utf8'));
}

function edgeDistances(a: Edges, b: Edges): number[] {
  return a.map((edge, i) => Math.abs(edge - b[i]));
}

async function pictureSize(file: string): Promise<[width: number, height: number]> {
  const { format, width, height } = await sharp(join(folder, file)).metadata();
  expect(format).toBe('png');
  return [width, height];
}

describe('a search', () => {
  it('finds the face again, far within a pixel, and writes what it did', async () => {
    const { status, stdout, stderr } = await demo('--out', 'face');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^photo .*\nstart .*\nfound .*\ntrue .*\nloss .*\nwrote /);

    const result = resultIn('face');
    expect(Math.min(...edgeDistances(result.start, result.true))).toBeGreaterThanOrEqual(60);
    const [left, top, right, bottom] = edgeDistances(result.found, result.true);
    const cornerError = Math.hypot(Math.max(left, right), Math.max(top, bottom));
    expect(cornerError).toBeLessThan(0.1);
    expect(result.cornerError).toBeCloseTo(cornerError, 10);
    expect(result.loss).toHaveLength(result.steps);
    expect(result.loss.at(-1)).toBeLessThan(result.loss[0] / 1000);
    expect(result).toMatchObject({ size: [64, 64], backend: 'cpu' });

    expect(await pictureSize('face/path.png')).toEqual([768, 828]);
    expect(await pictureSize('face/strip.png')).toEqual([992, 188]);
  });

  it('finds the same box on gpujs', async () => {
    expect(await demo('--backend', 'gpujs', '--out', 'gpujs')).toMatchObject({ status: 0, stderr: '' });
    const result = resultIn('gpujs');
    expect(result.backend).toBe('gpujs');
    expect(Math.max(...edgeDistances(result.found, resultIn('face').found))).toBeLessThan(0.1);
  });

  it('takes another photo, box and size', async () => {
    const wide = sharp(join(example, 'astronaut.png')).extract({ left: 0, top: 0, width: 512, height: 384 });
    await wide.toFile(join(folder, 'wide.jpg'));
    const flags = ['--image', 'wide.jpg', '--box', '340.5,100,470,250', '--size', '48x40', '--out', 'wide'];
    expect(await demo(...flags)).toMatchObject({ status: 0, stderr: '' });
    expect(resultIn('wide')).toMatchObject({ true: [340.5, 100, 470, 250], size: [48, 40] });
    expect(await pictureSize('wide/path.png')).toEqual([768, 576 + 60]);
  });

  it('says so, and exits with 2, when the box was not found', async () => {
    const flat = sharp({ create: { width: 300, height: 200, channels: 3, background: 'grey' } });
    await flat.toFile(join(folder, 'flat.png'));
    const { status, stderr } = await demo('--image', 'flat.png', '--out', 'flat');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^not found: .* px off.*\n$/);
    expect(resultIn('flat').cornerError).toBeGreaterThan(1);
  });
});

it('--help lists the flags', async () => {
  const { status, stdout } = await demo('--help');
  expect(status).toBe(0);
  for (const flag of ['--image', '--box', '--size', '--backend', '--out']) expect(stdout).toContain(flag);
});

describe('bad input gives one clear line, and exit status 1', () => {
  writeFileSync(join(folder, 'words.png'), 'no pixels here');
  writeFileSync(join(folder, 'cut.png'), readFileSync(join(example, 'astronaut.png')).subarray(0, 5000));
  it.concurrent.each<[string, string[], RegExp]>([
    ['a missing file', ['--image', 'missing.jpg'], /--image: there is no file .*missing\.jpg/],
    ['a folder as the photo', ['--image', '.'], /--image: .* is not a file/],
    ['a file that is no image', ['--image', 'words.png'], /--image: .*words\.png cannot be read as an image/],
    ['an image cut short', ['--image', 'cut.png'], /--image: .*cut\.png cannot be read as an image/],
    ['a box of three numbers', ['--box', '1,2,3'], /'--box .*'1,2,3' is invalid.* four numbers/],
    ['a box with a gap', ['--box', '1,,3,4'], /'--box .* four numbers/],
    ['a box of words', ['--box', 'a,b,c,d'], /'--box .* four numbers/],
    ['a box of no area', ['--box', '10,10,10,90'], /'--box .* has no area/],
    ['a box out of the photo', ['--box', '400,400,600,500'], /--box: 400,400,600,500 reaches out .*512 pixels wide/],
    ['a size of one number', ['--size', '64'], /'--size .* HEIGHTxWIDTH/],
    ['a size of 0', ['--size', '0x64'], /'--size .* HEIGHTxWIDTH/],
    ['a huge size', ['--size', '64x9999'], /'--size .* from 1 to 1024/],
    ['an unknown backend', ['--backend', 'abacus'], /'--backend .*'abacus' is invalid.* knows: cpu, gpujs/],
    ['an unknown flag', ['--boxes', '1,2,3,4'], /unknown option '--boxes'/],
    ['a flag without its value', ['--out'], /'--out <dir>' argument missing/],
    ['a folder that cannot be made', ['--out', 'words.png/out'], /--out: cannot write into .*words\.png/],
  ])('%s', async (_what, flags, message) => {
    const { status, stdout, stderr } = await demo(...flags);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
