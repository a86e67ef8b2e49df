import { existsSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { OutsideProject, type Ran } from './outside-project.js';
import { applyDiff, type Block, blocks } from './readme.js';

const CHROMIUM = '/usr/bin/chromium';

/** All but the law of long sums: it takes longest by far, and is left to `pnpm test:long`. */
const WITHOUT_LONG_SUMS = ['-t', '^(?!.*law/long-sums)'];

const project = new OutsideProject();
beforeAll(() => project.create());
beforeEach(() => project.copySources());
afterAll(() => project.remove());

it('the backend passes in a project of its own, in Node', async () => {
  const { exitCode, printed, passed, failed } = await project.runSuite(WITHOUT_LONG_SUMS);
  expect(failed, printed).toEqual([]);
  expect(exitCode, printed).toBe(0);
  expect(passed).toContain('forward/gridSample/bilinear/zeros/alignCorners=false/2-D');
  expect(passed.length).toBeGreaterThan(100);
});

it('and in a browser', async ({ skip }) => {
  if (!existsSync(CHROMIUM) && process.env.CROPGRAD_REQUIRE_BROWSER !== '1') {
    const why = `there is no ${CHROMIUM}; with CROPGRAD_REQUIRE_BROWSER=1 this would fail`;
    console.warn(`The custom backend is not tested in a browser: ${why}`);
    skip(why);
  }
  const { exitCode, printed, passed, failed } = await project.runSuite([
    ...WITHOUT_LONG_SUMS,
    '--config',
    'vitest.browser.config.ts',
  ]);
  expect(failed, printed).toEqual([]);
  expect(exitCode, printed).toBe(0);
  expect(printed).toContain('|chromium|');
  expect(passed.length).toBeGreaterThan(100);
});

it('with x and y swapped it fails, and prints what the README says', async () => {
  const output = readmeOutput('kink/crop/bilinear/zeros/alignCorners=false/2-D');
  applyDiffs(({ code }) => code.includes('[gy, gx]'));
  const { exitCode, printed, failed } = await project.runSuite(['-t', 'kink/']);
  expect(exitCode).toBe(1);
  expect(failed).toContain(output.about);
  expect(printed).toContain(output.code);
});

it('it gains a mode as the README says', async () => {
  applyDiffs(({ code }) => code.includes('nearest'));
  const { exitCode, printed, passed, failed } = await project.runSuite(['-t', 'nearest']);
  expect(failed, printed).toEqual([]);
  expect(exitCode, printed).toBe(0);
  expect(passed).toContain('forward/gridSample/nearest/zeros/alignCorners=false/2-D');
});

it('it compiles against the packed types, and the command line says the same of it', async () => {
  await compile();
  const { exitCode, printed, report } = await conform(['--runs', '10']);
  expect(report.failed, printed).toBe(0);
  expect(report.passed).toBeGreaterThan(100);
  expect(exitCode).toBe(0);
  expect(withoutErrors(printed)).toContain(withoutErrors(readmeOutput('table').code));
});

it('the command line fails with x and y swapped, and replays the case it found', async () => {
  applyDiffs(({ code }) => code.includes('[gy, gx]'));
  await compile();
  const check = ['--check', 'forward/gridSample/bilinear/zeros/alignCorners=false/2-D'];
  const { exitCode, printed, report } = await conform(check);
  expect(report.failed, printed).toBe(1);
  expect(exitCode).toBe(1);
  const [, seed = '', path = ''] = printed.match(/--seed (\d+) --path '(.*)'/) ?? [];
  const again = await conform([...check, '--seed', seed, '--path', path]);
  const found = printed.match(/output\[.*/)?.[0];
  expect(found, printed).toBeDefined();
  expect(again.printed).toContain(found);
  expect(again.exitCode).toBe(1);
});

async function compile(): Promise<void> {
  const { exitCode, printed } = await project.run('tsc');
  expect(exitCode, printed).toBe(0);
}

async function conform(args: string[]): Promise<Ran & { report: { passed: number; failed: number } }> {
  const ran = await project.run('cropgrad-conformance', './backend.js', '--json', 'report.json', ...args);
  return { ...ran, report: JSON.parse(project.read('report.json')) };
}

function readmeOutput(about: string): Block {
  const block = blocks.find((candidate) => candidate.language === 'text' && candidate.about === about);
  if (!block) throw new Error(`The README shows no output of ${about}`);
  return block;
}

/** A table with its errors left out: their last digit may depend on the JavaScript engine. */
function withoutErrors(table: string): string {
  return table.replace(/\de-\d+/g, '_e-_');
}

function applyDiffs(wanted: (diff: { code: string }) => boolean): void {
  const diffs = blocks.filter((block) => block.language === 'diff' && wanted(block));
  expect(diffs).not.toEqual([]);
  for (const { about, code } of diffs) project.write(about, applyDiff(project.read(about), code));
}
