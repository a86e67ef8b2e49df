import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const example = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'spatial-transformer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const STEPS = 120;
/**
 * How far apart the accuracies of two backends may end from one seed: twice the largest difference over five seeds, 1.5
 * points. From seed to seed they vary by 3.6 (standard deviation).
 */
const NOISE = 0.03;

interface Study {
  accuracy: number;
  losses: number[];
}
interface Result {
  backend: string;
  with: Study;
  without: Study;
}

/** Runs the example as a user in `folder` would: through a package manager, which runs it somewhere else. */
function run(...flags: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const args = ['--import', 'tsx', '--conditions=cropgrad-source', join(example, 'src/main.ts'), ...flags];
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: example, env }, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}

describe('after a short training', () => {
  const results: Record<string, Result> = {};
  beforeAll(async () => {
    for (const backend of ['cpu', 'gpujs']) {
      const { status, stdout, stderr } = await run('--backend', backend, '--steps', String(STEPS), '--out', backend);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(backend === 'gpujs' ? /^backend gpujs, mode webasm; / : /^backend cpu; /);
      results[backend] = JSON.parse(readFileSync(join(folder, backend, 'result.json'), 'utf8'));
    }
  });

  it.each(['cpu', 'gpujs'])('on %s, the transformer more than doubles the digits that are read right', (backend) => {
    const { with: transforming, without } = results[backend];
    expect(transforming.losses).toHaveLength(STEPS);
    expect(without.accuracy).toBeLessThan(0.45);
    expect(transforming.accuracy).toBeGreaterThan(0.9);
  });

  it('gpujs and cpu start alike, and end alike within the noise of training', () => {
    const [cpu, gpujs] = [results.cpu.with, results.gpujs.with];
    // The first steps differ by float32's rounding only; later ones by what training makes of it.
    for (let step = 0; step < 5; step++) expect(gpujs.losses[step]).toBeCloseTo(cpu.losses[step], 5);
    expect(Math.abs(gpujs.accuracy - cpu.accuracy)).toBeLessThan(NOISE);
    expect(results.gpujs.without.accuracy).toBeCloseTo(results.cpu.without.accuracy, 2);
  });

  it('it shows what the classifier gets to see', async () => {
    const { format, width, height } = await sharp(join(folder, 'cpu/digits.png')).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 820, height: 140 });
  });
});

it('the README shows the code as it is', () => {
  const readme = readFileSync(join(example, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)];
  expect(blocks.length).toBeGreaterThan(0);
  for (const [, file, code] of blocks) {
    expect(unindented(readFileSync(join(example, file), 'utf8'))).toContain(unindented(code));
  }
});

describe('bad input gives one clear line, and exit status 1', () => {
  writeFileSync(join(folder, 'file'), '');
  it.concurrent.each<[string, string[], RegExp]>([
    ['an unknown backend', ['--backend', 'abacus'], /'--backend .*'abacus' is invalid.* knows: cpu, gpujs/],
    ['no backend', ['--backend', ''], /'--backend .* knows: cpu, gpujs/],
    ['no steps', ['--steps', '0'], /'--steps .* whole number from 1 to/],
    ['steps in base 16', ['--steps', '0x10'], /'--steps .* whole number from 1 to/],
    ['too many steps', ['--steps', '100001'], /'--steps .* whole number from 1 to 100000/],
    ['steps left out', ['--steps', ''], /'--steps .* whole number from 1 to/],
    ['half a seed', ['--seed', '0.5'], /'--seed .* whole number from 0 to/],
    ['a seed below 0', ['--seed=-1'], /'--seed .* whole number from 0 to/],
    ['a seed with a line break', ['--seed', '1\n2'], /'--seed .* whole number from 0 to/],
    ['an unknown flag', ['--step', '1'], /unknown option '--step'/],
    ['a word too many', ['5'], /too many arguments/],
    ['no folder', ['--out', ''], /--out: expected a path, got ''/],
    ['a file as the folder', ['--out', 'file'], /--out: cannot write into .*file/],
    ['a folder below a file', ['--out', 'file/out'], /--out: cannot write into .*file/],
    ['a folder that cannot be made', ['--out', '/proc/no/folder'], /--out: cannot write into \/proc\/no\/folder/],
  ])('%s', async (_what, flags, message) => {
    const { status, stdout, stderr } = await run(...flags);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});

/** The README shows the inside of a function without the indentation that it has there. */
function unindented(code: string): string {
  return code.replace(/^ +/gm, '');
}
