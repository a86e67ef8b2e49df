import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, startChromium } from '../../../pages/test/chromium.js';
import { watchPage } from '../../../pages/test/watch-page.js';
import { buildApp, ServedApp } from './next-app.js';

describe('the app, as Next builds and serves it,', () => {
  let built: string;
  let app: ServedApp;
  beforeAll(async () => {
    built = await buildApp();
    app = await ServedApp.start();
  });
  afterAll(() => app?.stop());

  it('refuses a zoom that it does not have', async () => {
    const response = await fetch(`${app.origin}/thumbnail?zoom=nothing`);
    expect(response.status).toBe(400);
  });

  describe.skipIf(!hasChromium)('in Chromium', () => {
    let browser: Browser;
    let page: Page;
    let complaints: string[];
    beforeAll(async () => {
      browser = await startChromium([]);
      page = await browser.newPage();
      page.setDefaultTimeout(0);
      complaints = watchPage(page, app.origin);
      await page.goto(app.origin);
    });
    afterAll(() => browser?.close());

    it('shows what the server shows, at every zoom', async () => {
      const seen = new Set<number>();
      for (const zoom of ['1', '1.7', '3']) {
        await page.getByLabel('Zoom').fill(zoom);
        await page.waitForFunction(isWhatTheServerShows, zoom);
        seen.add(await page.evaluate(meanColour));
      }
      expect(seen.size).toBe(3);
      expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
      expect(complaints).toEqual([]);
    });
  });

  it('has nothing registered twice, in the build or while it is served', () => {
    const twice = /already (registered|been set)/;
    expect(`${built}${app.output}`.split('\n').filter((line) => twice.test(line))).toEqual([]);
    expect(built).toContain('/thumbnail');
  });
});

/** Runs in the page: whether no number of the browser's crop differs from the server's by more than 1, at a zoom. */
function isWhatTheServerShows(zoom: string): boolean {
  const [canvas, image] = [document.querySelector('canvas'), document.querySelector('img')];
  if (!canvas || !image?.complete || !image.src.endsWith(`zoom=${zoom}`)) return false;
  const [ours, theirs] = [canvas, image].map((source) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
    copy?.drawImage(source, 0, 0);
    return copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  });
  return ours.every((value, k) => Math.abs(value - theirs[k]) <= 1);
}

/** Runs in the page: the mean of all numbers of the crop. */
function meanColour(): number {
  const canvas = document.querySelector('canvas');
  if (!canvas) throw new Error('There is no crop');
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
  copy?.drawImage(canvas, 0, 0);
  const data = new Uint8Array(copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? []);
  return data.reduce((sum, value) => sum + value, 0) / data.length;
}
