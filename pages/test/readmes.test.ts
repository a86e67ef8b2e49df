import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Program, programsOf } from '../../apps/docs/test/markdown-programs.js';
import { BUNDLERS } from '../../commands/bundlers.js';
import { hasChromium, startChromium } from './chromium.js';
import { openPage } from './open-page.js';

/** Runs a program of a README, and reports what it logs. */
const PAGE = `
  const logged = [];
  console.log = (...values) => logged.push(values);
  window.report = import('./program.ts').then(() => logged);
`;

const programs = ['webgl', 'webgpu'].flatMap((name) => programsOf(`packages/backend-${name}/README.md`));

/** Bundles a program, and gives the folder to serve. */
async function bundled({ page, line, code }: Program): Promise<string> {
  const folder = join(inject('project'), page.split('/')[1], String(line));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.js'), PAGE);
  writeFileSync(join(folder, 'program.ts'), code);
  const out = join(folder, 'out');
  await BUNDLERS['Vite 8'](folder, out);
  return out;
}

describe.skipIf(!hasChromium)('in a page of its own,', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  it.for(programs)('$page:$line prints what it says', async (program) => {
    const { report, complaints } = await openPage<unknown[][]>(browser, await bundled(program));
    expect(complaints).toEqual([]);
    expect(report.map((values) => `${format(...values)}\n`).join('')).toBe(program.printed);
  });
});

describe.skipIf(!hasChromium)('the program that leaves the choice to tfjs', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await startChromium(['--host-resolver-rules=MAP not-secure.test localhost']);
    const program = programs.find(({ code }) => code.includes('tf.ready()'));
    if (program === undefined) throw new Error('No README has that program');
    folder = await bundled(program);
  });
  afterAll(() => browser?.close());

  it.for([
    ['there is no device for WebGPU', 'localhost'],
    ['a page has no WebGPU, as it is not secure', 'not-secure.test'],
  ])('takes webgl where %s', async ([_where, host]) => {
    const { report } = await openPage<unknown[][]>(browser, folder, undefined, host);
    expect(report).toEqual([['webgl']]);
  });
});
