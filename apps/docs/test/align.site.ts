import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { dist } from './built-site.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`The page that aligns photos is not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the page that aligns photos', () => {
  const site = siteUnderTest();
  let page: Page;
  const errors: string[] = [];
  beforeEach(async () => {
    page = await site.browser().newPage({ viewport: { width: 1280, height: 1100 } });
    page.setDefaultTimeout(180_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${site.url()}guide/align-two-photos.html`);
    await page.getByText(/^Found: /).waitFor();
    return async () => {
      await page.close();
      expect(errors).toEqual([]);
    };
  });

  /** How unlike both photos are right of the line, 0 to 255: what the moving one does not show does not count. */
  function unlikeness(): Promise<number> {
    return page.locator('.align .stage').evaluate(async (stage) => {
      const fixed = stage.querySelector('img');
      const moving = [...stage.querySelectorAll<HTMLElement>('.above > *')].find((one) => one.style.display !== 'none');
      const side = 128;
      const pixels = [fixed, moving].map((shown) => {
        const context = new OffscreenCanvas(side, side).getContext('2d');
        if (!(shown instanceof HTMLImageElement) && !(shown instanceof HTMLCanvasElement))
          throw new Error('No picture');
        context?.drawImage(shown, 0, 0, side, side);
        return context?.getImageData(0, 0, side, side).data ?? new Uint8ClampedArray();
      });
      const seen = Array.from({ length: side * side }, (_, k) => 4 * k).filter((k) => pixels[1][k + 3] === 255);
      // The photos differ in gain: the made one is three quarters as bright, and 10 more.
      const unlike = seen.map((k) => Math.abs(0.75 * pixels[0][k] + 10 - pixels[1][k]));
      return unlike.reduce((sum, one) => sum + one, 0) / seen.length;
    });
  }

  it('lays the second photo on the first, and shows it before and after', async () => {
    const after = await unlikeness();
    await page.getByLabel('Before').check();
    const before = await unlikeness();
    expect(after).toBeLessThan(6);
    expect(before).toBeGreaterThan(3 * after);
    await page.getByRole('slider').fill('25');
    expect(await page.locator('.align .above').getAttribute('style')).toContain('25%');
  });

  it('takes photos of one’s own, and says why there is no answer', async () => {
    await page.getByLabel('Your moving photo…').setInputFiles(join(dist, 'photos/rocket.webp'));
    await page.getByText(/^Not found: .*\('unrelated'\)\. Score 0\.\d+/).waitFor();
    expect(await page.getByLabel('After').isDisabled()).toBe(true);
    await page.getByLabel('Your fixed photo…').setInputFiles(join(dist, 'photos/rocket-1080p.webp'));
    await page.getByText(/^Found: /).waitFor();
    await page.getByLabel('Your moving photo…').setInputFiles({
      ...{ name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('no pixels here') },
    });
    await page.getByText('This file cannot be read as an image').waitFor();
  });
});
