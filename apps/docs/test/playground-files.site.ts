import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { dist } from './built-site.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`What files the playground refuses is not tested in a browser: ${noBrowser}`);

/** How a HEIC file begins. */
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat');

describe.skipIf(noBrowser)('files that the playground cannot read', () => {
  const { open } = siteUnderTest();

  const FILES = [
    ['HEIC', { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: HEIC }, 'Save it as JPEG, and choose that'],
    ['HEIC', { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: HEIC }, 'Save it as JPEG, and choose that'],
    ['SVG', { ...svg(), mimeType: 'image/svg+xml' }, 'Export it as PNG, and choose that'],
  ] as const;

  function svg() {
    return { name: 'drawing.svg', buffer: readFileSync(join(dist, 'favicon.svg')) };
  }

  it.each(FILES)('are named, with what to do: %s', async (format, file, whatNext) => {
    const { page } = await open();
    const alert = page.getByRole('alert');
    for (const picker of ['Your photo…', 'Your thumbnail…']) {
      await page.getByLabel(picker).setInputFiles({ ...file });
      await alert.getByText(format).waitFor();
      expect(await alert.textContent(), picker).toContain(whatNext);
      // The next photo takes the words away.
      await page.getByLabel('Your photo…').setInputFiles(join(dist, 'photos/rocket.webp'));
      await alert.waitFor({ state: 'detached' });
    }
  });
});
