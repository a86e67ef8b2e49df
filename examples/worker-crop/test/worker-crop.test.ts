import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltPage, buildPage } from '../../../pages/test/built-page.js';
import { hasChromium, startChromium } from '../../../pages/test/chromium.js';
import { watchPage } from '../../../pages/test/watch-page.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const FACE = [178, 64, 274, 160];

describe.skipIf(!hasChromium)('the page, as Vite builds it,', () => {
  let built: BuiltPage;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    built = await buildPage(root, 'production');
    browser = await startChromium([]);
    page = await browser.newPage();
    page.setDefaultTimeout(0);
    complaints = watchPage(page, built.origin);
    await page.goto(built.origin);
  });
  afterAll(async () => {
    await browser?.close();
    await built?.close();
  });

  /** Waits until the page says this of the search, and gives the numbers that it says. */
  async function says(text: string): Promise<number[]> {
    const state = page.getByLabel('State').filter({ hasText: text });
    await state.waitFor();
    return [...((await state.textContent()) ?? '').matchAll(/\d+/g)].map(Number);
  }

  it('has tfjs in the worker alone', () => {
    const files = readdirSync(join(built.folder, 'assets')).filter((name) => name.endsWith('.js'));
    const withTfjs = files.filter((name) =>
      readFileSync(join(built.folder, 'assets', name), 'utf8').includes('numTensors'),
    );
    expect(files).toHaveLength(2);
    expect(withTfjs).toEqual([expect.stringMatching(/^worker-/)]);
  });

  it('finds the face while the page goes on drawing, and only the photo stays', async () => {
    await page.getByRole('button', { name: 'Search' }).click();
    const [steps, frames, tensors] = await says('found after');
    expect(steps).toBe(160);
    expect(frames).toBeGreaterThan(3);
    expect(tensors).toBe(1);
    const corners = ((await page.locator('#box').getAttribute('data-corners')) ?? '').split(' ').map(Number);
    expect(Math.max(...FACE.map((at, k) => Math.abs(corners[k] - at)))).toBeLessThan(0.2);
    expect(await page.evaluate(largestDifference)).toBeLessThan(8);
  });

  it('stops when it is told to, and begins again', async () => {
    await page.evaluate(stopAtTheFirstStep);
    await page.getByRole('button', { name: 'Search' }).click();
    const [steps, , tensors] = await says('stopped after');
    expect(steps).toBeLessThan(160);
    expect(tensors).toBe(1);
    await page.getByRole('button', { name: 'Search' }).click();
    const [again] = await says('found after');
    expect(again).toBe(160);
  });

  it('nothing complained', async () => {
    expect(await page.getByRole('alert').textContent()).toBe('');
    expect(complaints).toEqual([]);
  });
});

/** Runs in the page: clicks on Stop once the page shows a step. */
function stopAtTheFirstStep(): void {
  const [state, stop] = ['state', 'stop'].map((id) => document.getElementById(id));
  if (!state || !stop) throw new Error('The page has no search');
  const observer = new MutationObserver(() => {
    if (!state.textContent?.startsWith('step')) return;
    observer.disconnect();
    stop.click();
  });
  observer.observe(state, { childList: true });
}

/** Runs in the page: by how much the crop that the worker sent differs from the target, at most. */
function largestDifference(): number {
  const [crop, target] = ['crop', 'target'].map((id) => {
    const canvas = document.getElementById(id);
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error(`There is no canvas with the id ${id}`);
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
    copy?.drawImage(canvas, 0, 0);
    return new Uint8Array(copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? []);
  });
  return crop.reduce((most, value, k) => Math.max(most, Math.abs(value - target[k])), 0);
}
