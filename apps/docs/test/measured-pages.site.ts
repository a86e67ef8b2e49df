import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { dist } from './built-site.js';
import { siteUnderTest } from './site-under-test.js';

/** The most bytes of a page's own JavaScript, which is its text. */
const MOST = { benchmarks: 60_000, compatibility: 40_000 };

if (noBrowser) console.warn(`The folds of the pages of measurements are not tested: ${noBrowser}`);

it.for(Object.entries(MOST))('%s takes less than %d bytes', ([page, most]) => {
  const [name, ...more] = readdirSync(join(dist, 'assets')).filter((file) =>
    new RegExp(`^${page}\\.md\\.[\\w-]+\\.js$`).test(file),
  );
  expect(more).toEqual([]);
  expect(statSync(join(dist, 'assets', name)).size).toBeLessThan(most);
});

describe.skipIf(noBrowser)('on the pages of measurements', () => {
  const site = siteUnderTest();

  const open = async (path: string, width = 1440): Promise<Page> => {
    const page = await site.browser().newPage({ viewport: { width, height: 900 } });
    await page.goto(site.url() + path, { waitUntil: 'networkidle' });
    return page;
  };
  /** The heading of the first fold that stands open. */
  const opened = (page: Page): Promise<string | null> => page.locator('details[open] h3').first().getAttribute('id');

  it('a fault opens where an address or a link leads to it', async () => {
    const page = await open('who-samples-right.html');
    expect(await page.locator('.vp-doc details[open]').count()).toBe(0);
    const links = page.locator('.VPDocAsideOutline a[href*="tensorflow-js-cpu"]');
    const [, id] = (await links.first().getAttribute('href'))?.split('#') ?? [];
    await links.first().click();
    await expect.poll(() => opened(page)).toBe(id);
    await page.close();

    const linked = await open(`who-samples-right.html#${id}`);
    expect(await opened(linked)).toBe(id);
    await linked.close();
  });

  it('what has an address inside of a fold is shown when it is asked for', async () => {
    const page = await open('compatibility.html');
    const fold = page.locator('.vp-doc details').first();
    await fold
      .locator('tr')
      .last()
      .evaluate((row) => {
        row.id = 'inside';
      });
    await page.evaluate(() => {
      location.hash = 'inside';
    });
    await expect.poll(() => fold.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
    await expect.poll(() => page.locator('#inside').isVisible()).toBe(true);
    await page.close();
  });

  it('numbers are to the right, and stay on a line', async () => {
    const page = await open('who-samples-right.html', 360);
    const cell = page.locator('.vp-doc table td:nth-child(4)').first();
    const style = await cell.evaluate((td) => {
      const { textAlign, whiteSpace } = getComputedStyle(td);
      return { textAlign, whiteSpace };
    });
    expect(style).toEqual({ textAlign: 'right', whiteSpace: 'nowrap' });
    await page.close();
  });

  it.for(['benchmarks', 'compatibility'])('the glance of %s is on the first screen, of a phone too', async (path) => {
    for (const width of [360, 1366]) {
      const page = await open(`${path}.html`, width);
      const box = await page.locator('.vp-doc table').first().boundingBox();
      expect(box && box.y + box.height, `at ${width}`).toBeLessThan(900);
      await page.close();
    }
  });
});
