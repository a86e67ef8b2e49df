import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ran, runProgram } from '../../../commands/run-program.js';

const example = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'spatial-transformer-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...flags: string[]): Promise<Ran> {
  const args = ['--import', 'tsx', '--conditions=cropgrad-source', join(example, 'src/main.ts'), ...flags];
  return runProgram(process.execPath, args, example);
}

it('stops when the minutes are over, and goes on', async () => {
  const flags = ['train', '--nets', 'FCN', '--steps', '3', '--out', join(folder, 'out')];
  const first = await run(...flags, '--minutes', '0.00001');
  expect(first).toEqual({ exitCode: 0, stdout: expect.stringContaining('0 of 1 are in'), stderr: '' });
  const second = await run(...flags);
  expect(second).toEqual({ exitCode: 0, stdout: expect.stringContaining('1 of 1 are in'), stderr: '' });
  const result = JSON.parse(readFileSync(join(folder, 'out/RTS-FCN-1.json'), 'utf8'));
  expect(result.curve.map(({ step }: { step: number }) => step)).toEqual([1, 2, 3]);
});

describe('bad input gives one clear line, and exit status 1', () => {
  writeFileSync(join(folder, 'file'), '');
  it.each<[string, string[], RegExp]>([
    ['an unknown net', ['--nets', 'FCN,RNN'], /'--nets .* knows: FCN, ST-FCN, CNN, ST-CNN/],
    ['seeds with a hole', ['train', '--seeds', '1,,3'], /'--seeds .* whole number from 1 to/],
    ['steps in base 16', ['tune', '--steps', '0x10'], /'--steps .* whole number from 1 to 100000/],
    ['no time', ['--minutes', '0'], /'--minutes .* number of minutes above 0/],
    ['an unknown command', ['trian'], /unknown command 'trian'|too many arguments/],
    ['a file as the folder', ['--out', join(folder, 'file')], /--out: cannot write into .*file/],
    ['a folder without results', ['report', '--results', folder], /has no results/],
  ])('%s', async (_what, flags, message) => {
    const { exitCode, stdout, stderr } = await run(...flags);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toMatch(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
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

/** The README shows the inside of a function without the indentation that it has there. */
function unindented(code: string): string {
  return code.replace(/^ +/gm, '');
}
