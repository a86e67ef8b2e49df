import { existsSync } from 'node:fs';
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
  });

  /** Serves a folder, opens its page, and gives back what it reports. */
  async function open(folder: string, mode: string, policy?: string): Promise<Report> {
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
      expect({ errors, elsewhere }).toEqual({ errors: [], elsewhere: [] });
      return JSON.parse(await page.title());
    } finally {
      await page.close();
      server.close();
    }
  }
});
