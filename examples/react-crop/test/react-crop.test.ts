import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltPage, buildPage } from '../../../pages/test/built-page.js';
import { hasChromium, startChromium } from '../../../pages/test/chromium.js';
import { watchPage } from '../../../pages/test/watch-page.js';
import type { Box } from '../src/box.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// In development React mounts everything twice in StrictMode.
describe.skipIf(!hasChromium).for(['production', 'development'] as const)('the page, built for %s,', (mode) => {
  let built: BuiltPage;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  const infos: string[] = [];
  beforeAll(async () => {
    built = await buildPage(root, mode);
    browser = await startChromium([]);
    page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    page.setDefaultTimeout(0);
    complaints = watchPage(page, built.origin);
    page.on('console', (message) => infos.push(message.text()));
    await page.goto(built.origin);
  });
  afterAll(async () => {
    await browser?.close();
    await built?.close();
  });

  /** Waits until the crop is what the photo shows at a box, pixel by pixel, and there are so many tensors. */
  async function shows(box: Box, tensors: number): Promise<void> {
    await page.waitForFunction(isPartOfPhoto, box);
    await hasTensors(tensors);
  }

  /** The page counts ten times a second: so many counts later at most, there are so many tensors. */
  async function hasTensors(count: number): Promise<void> {
    const seen = await page.evaluate(countOfTensors, { count, tries: 50 });
    expect(seen).toBe(count);
  }

  /** Drags the box by the pointer, in pixels. */
  async function drag(dx: number, dy: number): Promise<void> {
    const seen = await page.getByRole('button', { name: 'Move the box' }).boundingBox();
    if (!seen) throw new Error('The box is not in view');
    const [x, y] = [seen.x + seen.width / 2, seen.y + seen.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 4 });
    await page.mouse.up();
  }

  it('draws the crop at the box', () => shows([130, 16, 322, 208], 1));

  it('follows the arrow keys, and the pointer', async () => {
    const move = page.getByRole('button', { name: 'Move the box' });
    await move.press('ArrowRight');
    await move.press('Shift+ArrowDown');
    await shows([131, 26, 323, 218], 1);
    await drag(40, 20);
    await shows([171, 46, 363, 238], 1);
  });

  it('draws crops of another size when the box gets another shape', async () => {
    await page.getByRole('button', { name: 'Resize the box' }).press('Shift+ArrowRight');
    await shows([171, 46, 373, 238], 1);
  });

  it('stays in the photo', async () => {
    await drag(-400, 0);
    await shows([0, 46, 202, 238], 1);
  });

  it('frees its tensors when the crop is gone, and draws again when it is back', async () => {
    const box = page.getByRole('checkbox', { name: 'Show the crop' });
    for (let k = 0; k < 3; k++) {
      await box.uncheck();
      await hasTensors(0);
      await box.check();
      await shows([0, 46, 202, 238], 1);
    }
  });

  it('frees the one photo when it shows another', async () => {
    await page.getByRole('button', { name: 'Another photo' }).click();
    await shows([130, 16, 322, 208], 1);
    expect(await page.evaluate(() => document.querySelector('img')?.naturalWidth)).toBe(608);
  });

  it('nothing complained, and React was the one for this mode', () => {
    expect(complaints).toEqual([]);
    expect(infos.some((text) => text.includes('React DevTools'))).toBe(mode === 'development');
  });
});

/** Runs in the page: looks at its count of tensors so many times, or until it is the one that is wanted. */
async function countOfTensors({ count, tries }: { count: number; tries: number }): Promise<number> {
  const output = document.querySelector('output');
  for (let n = 0; n < tries && output?.textContent !== String(count); n++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return Number(output?.textContent);
}

/** Runs in the page: whether the crop is that part of the photo, where a pixel of one is a pixel of the other. */
function isPartOfPhoto([x, y, x2, y2]: Box): boolean {
  const [canvas, photo] = [document.querySelector('canvas'), document.querySelector('img')];
  const [width, height] = [x2 - x, y2 - y];
  if (canvas?.width !== width || canvas.height !== height || !photo) return false;
  const [seen, wanted] = [0, 1].map((k) => {
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(k === 0 ? canvas : photo, k === 0 ? 0 : -x, k === 0 ? 0 : -y);
    return context?.getImageData(0, 0, width, height).data ?? [];
  });
  return seen.every((value, k) => value === wanted[k]);
}
