import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { siteUnderTest } from './site-under-test.js';

/** Where the corners of the sheet are in the photo. */
const TRUTH = [
  [206, 91],
  [566, 61],
  [698, 507],
  [92, 551],
] as const;

if (noBrowser) console.warn(`The page with dragged corners is not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the page with dragged corners', () => {
  const site = siteUnderTest();
  let page: Page;
  beforeEach(async () => {
    page = await site.browser().newPage({ viewport: { width: 1280, height: 1100 } });
    page.setDefaultTimeout(180_000);
    await page.goto(`${site.url()}guide/straighten-a-page.html`);
    await page.locator('.arrows path').first().waitFor({ state: 'attached' });
    return () => page.close();
  });

  const corners = (): Promise<[number, number][]> =>
    page
      .locator('.straighten circle')
      .evaluateAll((circles) => circles.map((c) => [Number(c.getAttribute('cx')), Number(c.getAttribute('cy'))]));
  const straightened = (): Promise<string> =>
    page.getByRole('img', { name: 'The page, straightened' }).evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The page is not a canvas');
      return canvas.toDataURL();
    });
  const worst = (at: [number, number][]): number =>
    Math.max(...at.map(([x, y], k) => Math.hypot(x - TRUTH[k][0], y - TRUTH[k][1])));

  it('is straightened anew when a corner is dragged, or moved with a key', async () => {
    const before = await straightened();
    const corner = page.getByRole('button', { name: /top left/ });
    const place = await corner.boundingBox();
    if (!place) throw new Error('There is no corner');
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 20, { steps: 3 });
    await page.mouse.up();
    await expect.poll(straightened, { timeout: 60_000 }).not.toBe(before);
    const [dragged] = await corners();
    await corner.press('Shift+ArrowRight');
    const [pressed] = await corners();
    expect(pressed[0] - dragged[0]).toBeCloseTo(10, 5);
  });

  it('goes along the gradient to where the paper ends', async () => {
    expect(worst(await corners())).toBeGreaterThan(20);
    await page.getByRole('button', { name: 'Refine the corners' }).click();
    await page.locator('.straighten button.primary:not([disabled])').waitFor();
    expect(worst(await corners())).toBeLessThan(2.5);
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(async () => worst(await corners())).toBeGreaterThan(20);
  });
});
