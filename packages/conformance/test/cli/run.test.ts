import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/report.js';
import { run } from '../../src/cli/run.js';

const SOUND = fileURLToPath(new URL('sound-backend.ts', import.meta.url));
const BROKEN = fileURLToPath(new URL('broken-backend.ts', import.meta.url));
const NO_BACKEND = fileURLToPath(new URL('../../src/defaults.ts', import.meta.url));
const LEAK = 'edge/no-leak/gridSample/2-D';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cropgrad-conformance-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function cli(...args: string[]): Promise<{ status: number; output: string }> {
  let output = '';
  const status = await run(args, (text) => {
    output += text;
  });
  return { status, output };
}

describe('cropgrad-conformance', () => {
  it('prints the table, writes it as JSON and gives 0 for a sound backend', async () => {
    const file = join(folder, 'sound.json');
    const { status, output } = await cli(SOUND, '--runs', '1', '--seed', '7', '--json', file);
    expect(status, output).toBe(0);
    expect(output).toMatch(/^gridSample +bilinear +zeros +pass \S+ +pass \S+ +not declared +not declared$/m);
    expect(output).toMatch(/^gridSample +bicubic +zeros +not declared +not declared +not declared +not declared$/m);
    expect(output).toMatch(/^worst error \S+ in \S+\/\S+: \w+\(image /m);

    const report: Report = JSON.parse(await readFile(file, 'utf8'));
    expect(report).toMatchObject({ tfBackend: 'cpu', runs: 1, seed: 7, failed: 0 });
    expect(report.passed).toBe(report.checks.filter(({ status }) => status === 'pass').length);
    const cell = { op: 'crop', mode: 'nearest', paddingMode: 'border', alignCorners: true, dimensions: 2 };
    expect(report.cells).toContainEqual({ ...cell, status: 'not declared' });
  });

  it('gives 1 for a broken backend, and says why', async () => {
    const { status, output } = await cli(BROKEN, '--runs', '1', '--check', LEAK);
    expect(status).toBe(1);
    expect(output).toMatch(/output leaves 0 tensors and the data of 1 behind/);
  });

  it('gives 0 when the one check asked for passes', async () => {
    expect(await cli(SOUND, '--runs', '1', '--check', LEAK)).toEqual({ status: 0, output: `${LEAK} passes\n` });
  });

  it.each([
    ['a check that is not there', [SOUND, '--check', 'nonsense'], /no check 'nonsense' runs/],
    ['a path without a check', [SOUND, '--path', '1'], /--path needs --check/],
    ['a seed that is no number', [SOUND, '--seed', 'x'], /'x' is invalid. Expected a whole number/],
    ['no module', [], /missing required argument 'module'/],
    ['a module that is not there', [join('/nowhere', 'backend.js')], /nowhere/],
    ['a module without a backend', [NO_BACKEND], /no crop backend among its exports \(DEFAULT_RUNS, DEFAULT_SEED\)/],
  ])('gives 1 and one clear line for %s', async (_name, args, message) => {
    const { status, output } = await cli(...args);
    expect(status).toBe(1);
    expect(output.trim()).toMatch(message);
    expect(output.trim().split('\n')).toHaveLength(1);
  });
});
