import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { cornerDistances } from '../src/box.js';

const example = fileURLToPath(new URL('..', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'cropgrad-demo-'));
afterAll(() => rmSync(out, { recursive: true }));

/** Runs the demo as a user does, from the folder `out`. */
function demo(...flags: string[]): { status: number | null; stdout: string; stderr: string } {
  const args = ['--import', 'tsx', '--conditions=cropgrad-source', join(example, 'src/main.ts'), ...flags];
  const env = { ...process.env, INIT_CWD: out };
  return spawnSync(process.execPath, args, { cwd: example, env, encoding: 'utf8' });
}

it('finds the box again to within a pixel, and writes what it did', async () => {
  const { status, stdout, stderr } = demo('--out', 'found');
  expect(stderr).not.toContain('error');
  expect(status).toBe(0);
  expect(stdout).toMatch(/start .*\nfound .*loss.*\ntrue /);

  const result = JSON.parse(readFileSync(join(out, 'found/result.json'), 'utf8'));
  expect(Math.min(...cornerDistances(result.start, result.true))).toBeGreaterThanOrEqual(60);
  expect(Math.max(...cornerDistances(result.found, result.true))).toBeLessThan(1);
  expect(result.cornerError).toBe(Math.max(...cornerDistances(result.found, result.true)));
  expect(result.loss).toHaveLength(result.steps + 1);
  expect(result.loss.at(-1)).toBeLessThan(result.loss[0] / 1000);

  expect(await sharp(join(out, 'found/path.png')).metadata()).toMatchObject({ width: 512, height: 512 });
  expect((await sharp(join(out, 'found/strip.png')).metadata()).width).toBeGreaterThan(800);
  // The drawing is there: the middle of the found box's upper edge is green, as it is nowhere in the photo.
  const { data } = await sharp(join(out, 'found/path.png')).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [red, green, blue] = data.subarray((40 * 512 + 200) * 3);
  expect(green).toBeGreaterThan(red + 20);
  expect(green).toBeGreaterThan(blue + 20);
});

it('--help says what it does and lists the flags', () => {
  const { status, stdout } = demo('--help');
  expect(status).toBe(0);
  for (const flag of ['--image', '--box', '--size', '--backend', '--out']) expect(stdout).toContain(flag);
});

describe('bad input gives one clear line and exit status 1', () => {
  writeFileSync(join(out, 'not-an-image.png'), 'no pixels here');
  const cases: [string, string[], RegExp][] = [
    ['a missing file', ['--image', 'missing.jpg'], /cannot read --image .*missing\.jpg.*missing/],
    [
      'a file that is no image',
      ['--image', 'not-an-image.png'],
      /cannot read --image .*not-an-image\.png.*unsupported/,
    ],
    ['a box of three numbers', ['--box', '1,2,3'], /--box.*'1,2,3' is invalid.*four numbers/],
    ['a box with a gap', ['--box', '1,,3,4'], /--box.*four numbers/],
    ['a box of no area', ['--box', '10,10,10,90'], /--box.*no area/],
    ['a size that is none', ['--size', '64'], /--size.*HEIGHTxWIDTH/],
    ['a size of 0', ['--size', '0x64'], /--size.*HEIGHTxWIDTH/],
    ['an unknown backend', ['--backend', 'webgpu'], /--backend.*Allowed choices are cpu/],
    ['an unknown flag', ['--boxes', '1,2,3,4'], /unknown option '--boxes'/],
    ['a folder that cannot be made', ['--out', 'not-an-image.png/out'], /cannot write to --out/],
  ];
  for (const [what, flags, message] of cases) {
    it(what, () => {
      const { status, stderr } = demo(...flags);
      expect(status).toBe(1);
      expect(stderr.trim()).toMatch(message);
      expect(
        stderr
          .trim()
          .split('\n')
          .filter((line) => !line.startsWith('(Did you mean')),
      ).toHaveLength(1);
    });
  }
});
