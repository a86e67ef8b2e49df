import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { dist } from './built-site.js';
import { siteUnderTest } from './site-under-test.js';

const screenshots = join(dist, '../cache/screenshots');
if (noBrowser) console.warn(`The playground's screens are not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the playground', () => {
  const { open } = siteUnderTest();

  it('has photo, box, crop and "Find it" in view together on a laptop', async () => {
    const { page, box } = await open('', { viewport: { width: 1366, height: 768 } });
    const shown = [
      page.locator('.stage'),
      box,
      page.getByRole('img', { name: 'The crop', exact: true }),
      page.getByRole('heading', { name: 'Find it' }),
      page.getByRole('button', { name: 'Play' }),
    ];
    for (const each of shown) {
      const place = await each.boundingBox();
      expect(place?.y).toBeGreaterThan(0);
      expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(768);
    }
  });

  it('fits every screen; pictures of it are in .vitepress/cache/screenshots', async () => {
    mkdirSync(screenshots, { recursive: true });
    for (const width of [360, 768, 1000, 1366, 1440]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const playground = await open('?view=box', { colorScheme, viewport: { width, height: 1000 } });
        const { page } = playground;
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${width}`).toBeLessThanOrEqual(0);
        // Photo and crop are in view together, as one is the answer to the other.
        await page.evaluate(() => {
          const tops = [...document.querySelectorAll('.stage, canvas[aria-label="The crop"]')].map(
            (each) => each.getBoundingClientRect().top,
          );
          window.scrollBy(0, Math.min(...tops) - 60);
        });
        const stage = await page.locator('.stage').boundingBox();
        const crop = await page.getByRole('img', { name: 'The crop', exact: true }).boundingBox();
        if (!stage || !crop) throw new Error('There is no photo, or no crop');
        expect(Math.min(stage.y, crop.y), `${width}`).toBeGreaterThan(0);
        expect(Math.max(stage.y + stage.height, crop.y + crop.height), `${width}`).toBeLessThan(1000);
        await page.screenshot({ path: join(screenshots, `playground-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
  });
});
