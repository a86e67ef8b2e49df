import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const bench = join(import.meta.dirname, '..');

/** Runs one of the commands as a user in this package's folder would. */
function run(script: string, flags: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const args = ['--import', 'tsx', '--conditions=cropgrad-source', join(bench, script), ...flags];
  const env = { ...process.env, INIT_CWD: bench };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: bench, env }, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}

describe('bad input gives one line, and exit status 1', () => {
  const [main, gpujs, memory] = ['src/main.ts', 'src/gpujs/main.ts', 'src/shared-photo.ts'];
  const against = 'src/against/main.ts';
  it.concurrent.each<[string, string, string[], RegExp]>([
    [main, 'an unknown workload', ['--only', 'constructor'], /--only: got 'constructor', expected one of seed, photo/],
    [main, 'no workload', ['--only', ''], /--only: got '', expected one of seed, photo/],
    [main, 'a flag without its value', ['--only'], /--only.* argument missing/],
    [main, 'an unknown flag', ['--fast'], /Unknown option '--fast'/],
    [main, 'a value too many', ['--quick=3'], /'--quick' does not take an argument/],
    [main, 'a word too many', ['seed'], /Unexpected argument 'seed'/],
    [main, 'no folder', ['--out', ''], /--out: expected a path, got ''/],
    [main, 'a file as the folder', ['--out', 'package.json'], /--out: cannot write into .*package\.json/],
    [main, 'a folder that cannot be made', ['--out', '/proc/no/one'], /--out: cannot write into \/proc\/no\/one/],
    [main, 'no first run', ['--again', '--out', 'test'], /--again: expected the results\.json of a first run/],
    [
      main,
      'an unknown backend of the sweep',
      ['--sweep', '--backend', 'gpu'],
      /--backend: got 'gpu', expected one of wasm, cpu/,
    ],
    [main, 'no rounds of the sweep', ['--sweep', '--rounds', '0'], /--rounds: got '0', expected a whole number from 1/],
    [gpujs, 'an unknown workload', ['--only', 'constructor'], /--only: got 'constructor', expected one of seed, photo/],
    [gpujs, 'an unknown flag', ['--fast'], /Unknown option '--fast'/],
    [gpujs, 'a folder that cannot be made', ['--out', '/proc/no/one'], /--out: cannot write into \/proc\/no\/one/],
    [memory, 'an unknown backend', ['gpu'], /got 'gpu', expected one of cpu, wasm/],
    [memory, 'a backend named as a method', ['constructor'], /got 'constructor', expected one of cpu, wasm/],
    [memory, 'two backends', ['cpu', 'wasm'], /got 'cpu wasm', expected one of cpu, wasm/],
    [memory, 'an unknown flag', ['--jsn'], /Unknown option '--jsn'/],
    [against, 'no checkout', [], /got '', expected the path of one other checkout/],
    [against, 'two checkouts', ['a', 'b'], /got 'a b', expected the path of one other checkout/],
    [against, 'an unknown backend', ['..', '--backend', 'gpu'], /--backend: got 'gpu', expected one of wasm, cpu/],
    [against, 'no rounds', ['..', '--rounds', '0'], /--rounds: got '0', expected a whole number from 1/],
    [against, 'a folder that cannot be made', ['..', '--out', '/proc/no/one'], /--out: cannot write into \/proc/],
  ])('%s: %s', async (script, _what, flags, message) => {
    const { status, stdout, stderr } = await run(script, flags);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
