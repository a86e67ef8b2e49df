import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`The home page is not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the home page', () => {
  const site = siteUnderTest();
  const opened: Page[] = [];
  const complaints: string[] = [];

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((page) => page.context().close()));
    expect(complaints.splice(0)).toEqual([]);
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await site.browser().newContext({ viewport: { width: 1366, height: 768 }, ...options });
    const page = await context.newPage();
    opened.push(page);
    page.setDefaultTimeout(180_000);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.url());
    await page.waitForFunction(() => performance.getEntriesByName('first crop').length > 0);
    return page;
  }

  const code = (page: Page): Locator => page.getByLabel('The code of this crop');
  const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

  /** The crop box in the code, in pixels. */
  async function box(page: Page): Promise<number[]> {
    const [, numbers] = (await code(page).textContent())?.match(/boxesFromPixels\(\s*\[\[(.*)\]\]/) ?? [];
    return (numbers ?? '').split(', ').map(Number);
  }

  it('has photo, box, crop, "Find it", code and the install line in view together on a laptop', async () => {
    const page = await open();
    const shown = [
      page.getByRole('img', { name: 'Portrait of the astronaut' }),
      page.getByRole('application'),
      page.getByRole('img', { name: 'The crop', exact: true }),
      page.locator('.live .primary'),
      code(page),
      page.getByText('npm install @cropgrad/core'),
    ];
    for (const each of shown) {
      const place = await each.boundingBox();
      expect(place?.height, String(each)).toBeGreaterThan(0);
      expect((place?.y ?? 0) + (place?.height ?? 0), String(each)).toBeLessThanOrEqual(768);
    }
    for (const name of ['Align', 'Find', 'Straighten', 'Attend', 'Augment']) {
      const link = page.locator('.uses').getByRole('link', { name });
      expect(await link.getAttribute('href')).toMatch(/guide\/[a-z-]+\.html$/);
    }
  });

  it('moves by itself, once, and finds its target: its code is two lines of crop all along', async () => {
    const page = await open();
    await page
      .getByText(/^Found: \d\.\d\d px off after 280 steps\.$/)
      .first()
      .waitFor();
    expect(await code(page).textContent()).toMatch(
      /^const boxes = .*;\nconst cropped = crop\(photo, boxes, \[64, 64\]\);$/,
    );
    const found = await box(page);
    for (const [k, side] of [161, 47, 291, 177].entries()) expect(Math.abs(found[k] - side)).toBeLessThan(2);
    await button(page, 'Find it').waitFor();
    await page.waitForTimeout(1500);
    expect(await box(page)).toEqual(found);
  });

  it('stands still where motion is not wanted, until it is asked', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    const start = await box(page);
    await page.waitForTimeout(1500);
    expect(await box(page)).toEqual(start);
    await button(page, 'Step').click();
    await page.getByText('Step 1 of 280').first().waitFor();
    expect(await box(page)).not.toEqual(start);
    await button(page, 'Reset').click();
    expect(await box(page)).toEqual(start);
  });

  it('is taken over by a touch at once', async () => {
    const page = await open();
    await button(page, 'Pause').waitFor();
    const outline = await page.getByRole('application').locator('polygon').last().boundingBox();
    if (!outline) throw new Error('The box is not in view');
    const middle = { x: outline.x + outline.width / 2, y: outline.y + outline.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 40, middle.y + 90, { steps: 8 });
    await page.mouse.up();
    await button(page, 'Find it').waitFor();
    const left = await box(page);
    await page.waitForTimeout(1500);
    expect(await box(page)).toEqual(left);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await box(page))[0]).toBeGreaterThan(left[0]);
    // It does not turn.
    const moved = await box(page);
    await page.keyboard.press(']');
    expect(await box(page)).toEqual(moved);
    await button(page, 'Find it').click();
    await button(page, 'Pause').waitFor();
  });

  it.each([360, 768, 1366, 1440])('fits a screen %i pixels wide, light and dark', async (width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open({ colorScheme, viewport: { width, height: 800 }, hasTouch: width === 360 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      const targets = await page.locator('.uses a, .live button').all();
      for (const target of width === 360 ? targets : [])
        expect((await target.boundingBox())?.height, (await target.textContent()) ?? '').toBeGreaterThanOrEqual(44);
    }
  });
});
