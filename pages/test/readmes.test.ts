import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { programsOf } from '../../apps/docs/test/markdown-programs.js';
import { BUNDLERS } from '../../commands/bundlers.js';
import { hasChromium, startChromium } from './chromium.js';
import { openPage } from './open-page.js';

/** Runs a program of a README, and reports what it logs. */
const PAGE = `
  const logged = [];
  console.log = (...values) => logged.push(values);
  window.report = import('./program.ts').then(() => logged);
`;

describe.skipIf(!hasChromium)('in a page of its own', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  const programs = ['webgl', 'webgpu'].flatMap((name) => programsOf(`packages/backend-${name}/README.md`));
  it.for(programs)('$page:$line prints what it says', async ({ page, line, code, printed }) => {
    const folder = join(inject('project'), page.split('/')[1], String(line));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'main.js'), PAGE);
    writeFileSync(join(folder, 'program.ts'), code);
    const out = join(folder, 'out');
    await BUNDLERS['Vite 8'](folder, out);
    const { report, complaints } = await openPage<unknown[][]>(browser, out);
    expect(complaints).toEqual([]);
    expect(report.map((values) => `${format(...values)}\n`).join('')).toBe(printed);
  });
});
