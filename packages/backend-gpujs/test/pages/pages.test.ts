import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLERS } from '../../../../commands/bundlers.js';
import { servePage } from '../../../../commands/serve-page.js';
import { PageProject } from './page-project.js';

/** Forbids eval in every form. */
const NO_EVAL = "default-src 'self'";

/** The longest a timer takes: no test has a wall-clock limit. */
const NO_LIMIT = 2 ** 31 - 1;

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isRequired = process.env.CROPGRAD_REQUIRE_BROWSER === '1';
const isHere = existsSync(executablePath);
if (!isHere && !isRequired) {
  console.warn(`Bundled pages are not tested: there is no ${executablePath}. CHROMIUM may name another one.`);
}

/** What the page says in its title. */
interface Report {
  mayEvaluate: boolean;
  mode?: string;
  startPixels?: number;
  endPixels?: number;
  isCropError?: boolean;
  code?: string;
  message?: string;
}

/** What came of a page: what it says in its title, its uncaught errors, and requests to elsewhere. */
interface Visit {
  title: string;
  errors: string[];
  elsewhere: string[];
}

describe.skipIf(!isHere && !isRequired)('a page in Chromium,', () => {
  const project = new PageProject();
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
    browser = await chromium.launch({ executablePath, args });
    await project.create();
  });
  afterAll(async () => {
    await browser?.close();
    project.remove();
  });

  describe.for(Object.keys(BUNDLERS) as (keyof typeof BUNDLERS)[])('minified by %s,', (bundler) => {
    let folder: string;
    beforeAll(async () => {
      folder = await project.bundle(bundler);
    });

    it('trains a box on webgl2 to within a pixel', async () => {
      const { mayEvaluate, mode, startPixels, endPixels } = await open(folder, 'webgl2');
      expect({ mayEvaluate, mode }).toEqual({ mayEvaluate: true, mode: 'webgl2' });
      expect(startPixels).toBeGreaterThan(9);
      expect(endPixels).toBeLessThan(1);
    });

    it('does so under a Content-Security-Policy without eval, too', async () => {
      const { mayEvaluate, mode, endPixels } = await open(folder, 'webgl2', NO_EVAL);
      expect({ mayEvaluate, mode }).toEqual({ mayEvaluate: false, mode: 'webgl2' });
      expect(endPixels).toBeLessThan(1);
    });

    it.for([
      ['webasm', 'wasm-unsafe-eval'],
      ['cpu', 'unsafe-eval'],
    ])('says that mode %s needs %s there', async ([mode, directive]) => {
      const { isCropError, code, message } = await open(folder, mode, NO_EVAL);
      expect({ isCropError, code }).toEqual({ isCropError: true, code: 'NO_DEVICE' });
      expect(message).toContain('Content-Security-Policy');
      expect(message).toContain(`'${directive}'`);
    });

    const isModule = bundler !== 'webpack 5';
    it(`${isModule ? 'trains' : 'says what is missing'} on a page without a charset, too`, async () => {
      const index = join(folder, 'index.html');
      const html = readFileSync(index, 'utf8');
      expect(html).toContain('<meta charset="utf-8">');
      writeFileSync(index, html.replace('<meta charset="utf-8">', ''));
      const { errors, title } = await visit(folder, 'webgl2');
      writeFileSync(index, html);
      if (isModule) {
        expect(JSON.parse(title).endPixels).toBeLessThan(1);
      } else {
        expect(errors).toHaveLength(1);
        expect(errors[0]).toMatch(/^CropError: gpujs: .*<meta charset="utf-8">.*\[NO_DEVICE\]$/);
      }
    });
  });

  /** Opens a page that must run without an error, and gives back what it reports. */
  async function open(folder: string, mode: string, policy?: string): Promise<Report> {
    const { title, ...wrong } = await visit(folder, mode, policy);
    expect(wrong).toEqual({ errors: [], elsewhere: [] });
    return JSON.parse(title);
  }

  /** Serves a folder, opens its page, and waits for a report in its title, or for an error. */
  async function visit(folder: string, mode: string, policy?: string): Promise<Visit> {
    const { origin, server } = await servePage(folder, policy);
    const page = await browser.newPage();
    const errors: string[] = [];
    const elsewhere: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) elsewhere.push(request.url());
    });
    try {
      await page.goto(`${origin}/?mode=${mode}`);
      await expect.poll(async () => errors.join() || (await page.title()), { timeout: NO_LIMIT }).not.toBe('');
      return { title: await page.title(), errors, elsewhere };
    } finally {
      await page.close();
      server.close();
    }
  }
});
