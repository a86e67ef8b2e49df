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
const THROWING = fileURLToPath(new URL('throwing-module.ts', import.meta.url));
const INCOMPLETE = fileURLToPath(new URL('incomplete-backend.ts', import.meta.url));
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

  it('says so when a path leads nowhere', async () => {
    const { status, output } = await cli(SOUND, '--check', LEAK, '--path', `0${':0'.repeat(500)}`);
    expect(status).toBe(1);
    expect(output).toMatch(/there is no such case of seed \d+; copy both from one failure\n$/);
  });

  it('takes a seed below 0, as a failure may print one', async () => {
    expect((await cli(SOUND, '--runs', '1', '--check', LEAK, '--seed', '-7')).output).toBe(`${LEAK} passes\n`);
  });

  it.each([
    ['a check that is not there', [SOUND, '--check', 'nonsense'], /no check 'nonsense' runs/],
    ['a path without a check', [SOUND, '--path', '1'], /--path needs --check/],
    ['a path that is none', [SOUND, '--check', LEAK, '--path', '1:x'], /--path '1:x': expected numbers with colons/],
    ['a seed that is no number', [SOUND, '--seed', 'x'], /'x' is invalid. Expected a whole number/],
    ['a seed that is not whole', [SOUND, '--seed', '1.5'], /'1.5' is invalid. Expected a whole number/],
    ['an empty seed', [SOUND, '--seed', ''], /'' is invalid. Expected a whole number/],
    ['a seed beyond what is exact', [SOUND, '--seed', '9007199254740993'], /Expected a whole number/],
    ['no runs', [SOUND, '--runs', '0'], /'0' is invalid. Expected a whole number from 1/],
    ['fewer runs than none', [SOUND, '--runs', '-1'], /'-1' is invalid. Expected a whole number from 1/],
    ['half a run', [SOUND, '--runs', '0.5'], /'0.5' is invalid. Expected a whole number from 1/],
    ['runs in another notation', [SOUND, '--runs', '0x10'], /'0x10' is invalid. Expected a whole number from 1/],
    ['runs that are no number', [SOUND, '--runs', 'NaN'], /'NaN' is invalid. Expected a whole number from 1/],
    ['runs without a value', [SOUND, '--runs'], /option '--runs <n>' argument missing/],
    ['a report in a folder that is not there', [SOUND, '--json', '/no/where.json'], /there is no folder '\/no'/],
    ['a report that is a folder', [SOUND, '--json', tmpdir()], /this is a folder/],
    ['a report without a name', [SOUND, '--json', ''], /--json ''/],
    ['an option that is not there', [SOUND, '--verbose'], /unknown option '--verbose'/],
    ['one module too many', [SOUND, SOUND], /too many arguments/],
    ['a folder as the module', [tmpdir()], /neither a file nor an installed package/],
    ['no name of a module', [''], /neither a file nor an installed package/],
    ['no module', [], /^expected the path or package of a module .* or --answers$/],
    ['a module that is not there', [join('/nowhere', 'backend.js')], /nowhere/],
    ['a module that throws a symbol', [THROWING], /^Symbol\(no\)$/],
    [
      'a module whose backend lacks capabilities',
      [INCOMPLETE],
      /sampling\[0\]\.paddingModes, capabilities\.sampling\[0\]\.dimensions/,
    ],
    ['a module without a backend', [NO_BACKEND], /no crop backend among its exports \(DEFAULT_RUNS, DEFAULT_SEED\)/],
  ])('gives 1 and one clear line for %s', async (_name, args, message) => {
    const { status, output } = await cli(...args);
    expect(status).toBe(1);
    expect(output.trim()).toMatch(message);
    expect(output.trim().split('\n')).toHaveLength(1);
  });
});
