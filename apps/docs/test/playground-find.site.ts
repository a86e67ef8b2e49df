import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { dist } from './built-site.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`The search for thumbnails is not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('a thumbnail of one’s own in the playground', () => {
  const { open } = siteUnderTest();

  it('is found in a photo of one’s own, and said not to be in another one', async () => {
    const { page, boxFields } = await opened();
    const photo = (name: string): string => join(dist, `photos/${name}.webp`);
    await page.getByLabel('Your photo…').setInputFiles(photo('astronaut'));
    await page.getByText('Your photo, 512 × 512 pixels').waitFor();
    const cut = sharp(readFileSync(photo('astronaut'))).extract({ left: 120, top: 40, width: 200, height: 160 });
    const buffer = await cut.resize(100, 80).jpeg({ quality: 70 }).toBuffer();
    const choose = page.getByLabel('Your thumbnail…');
    await choose.setInputFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByText(/^face\.jpg: found, score 0\.9\d\d\. The box is there\.$/).waitFor();
    const { cx, cy, w, h, angle } = await boxFields();
    for (const [is, truth] of [
      [cx, 220],
      [cy, 120],
      [w, 200],
      [h, 160],
    ])
      expect(Math.abs(is - truth)).toBeLessThan(1);
    expect(angle).toBe(0);

    await page.getByLabel('Your photo…').setInputFiles(photo('rocket'));
    await page.getByText('Your photo, 640 × 427 pixels').waitFor();
    const before = await boxFields();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page
      .getByText(/^face\.jpg: not found, as the photo does not show it\. The best score is 0\.\d+\.$/)
      .waitFor();
    expect(await boxFields()).toEqual(before);
  });

  it('is refused where it is no image, or too small to show anything', async () => {
    const { page } = await opened();
    const choose = page.getByLabel('Your thumbnail…');
    await choose.setInputFiles({ name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('no pixels here') });
    await page.getByText('This file cannot be read as an image').waitFor();
    const buffer = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#808080' } })
      .png()
      .toBuffer();
    await choose.setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer });
    await page.getByRole('alert').getByText('INVALID_SHAPE').waitFor();
  });

  async function opened() {
    const playground = await open('?backend=wasm');
    return { page: playground.page, boxFields: () => playground.boxFields() };
  }
});
