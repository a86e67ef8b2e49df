import * as tf from '@tensorflow/tfjs';
import type { Locator, Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { answersOf, edgePhoto } from './figure-code.js';
import { siteUnderTest } from './site-under-test.js';

/** The guides, and how many of their figures are dragged. */
const GUIDES = { coordinates: 2, 'taps-and-modes': 2, edges: 5, antialias: 2 };
/** A guide without figures. */
const PLAIN_GUIDE = 'second-order';
const MOST_BYTES = 100_000;

if (noBrowser) console.warn(`The figures of the guides are not tested in a browser: ${noBrowser}`);

/** How many halves of the last digit that is said a number may be off: float32 rounds a half either way. */
const HALVES = 1.02;

describe.skipIf(noBrowser)('the figures of the guides', () => {
  const site = siteUnderTest();

  async function open(guide: string, width: number, options: { hasTouch?: boolean; javaScriptEnabled?: boolean } = {}) {
    const page = await site.browser().newPage({ viewport: { width, height: 900 }, ...options });
    await page.goto(`${site.url()}guide/${guide}.html`, { waitUntil: 'networkidle' });
    return page;
  }

  const figuresOf = (page: Page): Locator => page.locator('figure.drawing:has([role=slider])');
  const textsOf = (figure: Locator): Promise<(string | null)[]> =>
    figure
      .locator('[role=slider]')
      .evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute('aria-valuetext')));

  /** What the code of a figure says is what the packages give. */
  async function expectTrue(figure: Locator): Promise<number> {
    const code = (await figure.locator('pre').textContent()) ?? '';
    const values = await figure.locator('.tap-value').allTextContents();
    const side = Math.sqrt(values.length);
    const pixels = () => tf.tensor4d(values.map(Number), [1, side, side, 1]);
    const answers = await answersOf(code, values.length > 0 ? pixels() : edgePhoto());
    for (const { said, given } of answers) {
      const digits = said.split('.')[1]?.length ?? 0;
      expect(Math.abs(Number(said) - given), code).toBeLessThanOrEqual((HALVES / 2) * 10 ** -digits);
    }
    return answers.length;
  }

  async function drag(page: Page, slider: Locator, dx: number, dy: number): Promise<void> {
    await slider.scrollIntoViewIfNeeded();
    await slider.evaluate((mark) => mark.scrollIntoView({ block: 'center' }));
    const place = await slider.boundingBox();
    if (!place) throw new Error('The mark is not shown');
    // Where no other mark lies over an area.
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 4 });
    await page.mouse.up();
  }

  it.each(Object.entries(GUIDES))('are dragged, and say what the packages give: %s', async (guide, count) => {
    const page = await open(guide, 1366);
    const figures = await figuresOf(page).all();
    expect(figures.length).toBe(count);
    for (const figure of figures) {
      let checked = await expectTrue(figure);
      for (const slider of await figure.locator('[role=slider]').all()) {
        const before = await slider.getAttribute('aria-valuetext');
        await drag(page, slider, -40, 25);
        await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe(before);
        checked += await expectTrue(figure);
      }
      for (const choice of await figure.getByRole('radio').all()) {
        await choice.check({ force: true });
        checked += await expectTrue(figure);
      }
      if (!(await figure.getAttribute('class'))?.includes('bricks')) expect(checked).toBeGreaterThan(1);
    }
    await page.close();
  });

  it.each(Object.keys(GUIDES))('move by keys, and nothing below them moves: %s', async (guide) => {
    const page = await open(guide, 360);
    for (const figure of await figuresOf(page).all()) {
      const height = async () => (await figure.boundingBox())?.height;
      const before = await height();
      for (const slider of await figure.locator('[role=slider]').all()) {
        await slider.focus();
        const texts = new Set<string | null>();
        for (const key of ['ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'ArrowDown', 'Shift+ArrowDown']) {
          await page.keyboard.press(key);
          await page.waitForTimeout(20);
          texts.add(await slider.getAttribute('aria-valuetext'));
          expect(await height(), key).toBe(before);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), key).toBeLessThanOrEqual(360);
        }
        expect(texts.size).toBeGreaterThan(1);
      }
    }
    await page.close();
  });

  it.each(Object.keys(GUIDES))('are there without a script, with the same numbers: %s', async (guide) => {
    const [still, live] = [await open(guide, 1366, { javaScriptEnabled: false }), await open(guide, 1366)];
    const numbers = async (page: Page) => {
      const figures = await figuresOf(page).all();
      return Promise.all(figures.map(async (figure) => [await textsOf(figure), await figure.textContent()]));
    };
    const shown = await numbers(still);
    expect(shown.flat().length).toBeGreaterThan(0);
    expect(shown).toEqual(await numbers(live));
    await Promise.all([still.close(), live.close()]);
  });

  it('follow a finger, and the page stays where it is', async () => {
    const page = await open('taps-and-modes', 360, { hasTouch: true });
    const slider = page.getByRole('slider', { name: 'Point of the image' });
    await slider.evaluate((mark) => mark.scrollIntoView({ block: 'center' }));
    const before = await slider.getAttribute('aria-valuetext');
    const scrolled = await page.evaluate(() => scrollY);
    const place = await slider.locator('.touch').boundingBox();
    if (!place) throw new Error('The mark is not shown');
    const touches = await page.context().newCDPSession(page);
    // Near the rim of what a finger finds.
    const [x, y] = [place.x + place.width / 2 + 18, place.y + place.height / 2];
    await touches.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (const step of [10, 20, 30]) {
      await touches.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y + step }] });
    }
    await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe(before);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await page.close();
  });

  it('add less than 100 kB to a guide', async () => {
    const scripts = async (guide: string): Promise<Map<string, number>> => {
      const page = await site.browser().newPage();
      const requests: Request[] = [];
      page.on('requestfinished', (request) => requests.push(request));
      await page.goto(`${site.url()}guide/${guide}.html`, { waitUntil: 'networkidle' });
      // Without the pages that it links to, which are fetched in advance.
      const own = requests.filter((request) => {
        const name = new URL(request.url()).pathname;
        return /\.(js|css)$/.test(name) && (!name.includes('.md.') || name.includes(`guide_${guide}.md.`));
      });
      const sizes = await Promise.all(
        own.map(
          async (request): Promise<[string, number]> => [request.url(), (await request.sizes()).responseBodySize],
        ),
      );
      await page.close();
      return new Map(sizes);
    };
    const plain = await scripts(PLAIN_GUIDE);
    expect(plain.size).toBeGreaterThan(2);
    for (const guide of Object.keys(GUIDES)) {
      const own = [...(await scripts(guide))].filter(([url]) => !plain.has(url));
      const total = own.reduce((sum, [, size]) => sum + size, 0);
      console.info(`guide/${guide}: ${total} bytes beside those of every guide, compressed`);
      expect(total, own.join('\n')).toBeLessThan(MOST_BYTES);
      expect(total).toBeGreaterThan(1000);
    }
  });
});
