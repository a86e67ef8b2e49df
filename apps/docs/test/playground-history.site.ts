import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PhotoBox } from '../playground/box.js';
import { noBrowser } from './browser.js';
import { dist } from './built-site.js';
import { PlaygroundPage } from './playground-page.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`The playground's history is not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the browser’s back button in the playground', () => {
  const { open } = siteUnderTest();

  /** Drags the box, in many steps, and waits until that is in the browser's history. */
  async function drag(playground: PlaygroundPage, x: number, y: number): Promise<PhotoBox> {
    const before = await entries(playground);
    await playground.drag(await playground.boxMiddle(), { x, y }, 30);
    await playground.page.waitForFunction((count) => history.length !== count, before);
    return playground.boxFields();
  }

  function entries({ page }: PlaygroundPage): Promise<number> {
    return page.evaluate(() => history.length);
  }

  /** Goes back or forward, and waits until the box is there. */
  async function go(playground: PlaygroundPage, steps: number, box: PhotoBox): Promise<void> {
    await playground.page.evaluate((delta) => history.go(delta), steps);
    await expect.poll(() => playground.boxFields(), { timeout: PlaygroundPage.PATIENCE }).toEqual(box);
  }

  it('goes from box to box, one for each gesture, there and back, and leaves the page where it is', async () => {
    // Not so high that there is nothing to scroll.
    const playground = await open('', { viewport: { width: 1440, height: 700 } });
    const { page } = playground;
    const start = await playground.boxFields();
    const count = await entries(playground);
    const first = await drag(playground, 60, 40);
    const second = await drag(playground, -90, 20);
    const third = await drag(playground, 10, -70);
    expect(await entries(playground)).toBe(count + 3);
    await page.evaluate(() => window.scrollTo(0, 100));
    await go(playground, -1, second);
    await go(playground, -1, first);
    expect(await page.evaluate(() => [window.scrollY, new URLSearchParams(location.search).get('box')])).toEqual([
      100,
      [first.cx, first.cy, first.w, first.h, first.angle].join(),
    ]);
    await go(playground, 2, third);
    await go(playground, -3, start);
    expect(new URL(page.url()).search).toBe('');
    // What comes after a way back takes the place of what came after it before.
    const other = await drag(playground, 33, 0);
    await go(playground, -1, start);
    await go(playground, 1, other);
    expect(await entries(playground)).toBe(count + 1);
  });

  it('takes no click and no other control for a box, and a search for one', async () => {
    const playground = await open('?backend=wasm');
    const { page } = playground;
    const start = await playground.boxFields();
    const count = await entries(playground);
    const { x, y } = await playground.boxMiddle();
    await page.mouse.click(x, y);
    await page.getByLabel(/^\s*Padding/).selectOption('border');
    await page.waitForURL(/paddingMode=border/);
    expect(await entries(playground)).toBe(count);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Play again' }).waitFor();
    await page.waitForFunction((before) => history.length > before, count);
    expect(await entries(playground)).toBe(count + 1);
    await go(playground, -1, start);
    expect(new URL(page.url()).search).toBe('?paddingMode=border&backend=wasm');
  });

  it('goes from photo to photo, and from box to box in one’s own, which no address carries', async () => {
    const playground = await open();
    const { page } = playground;
    const start = await playground.boxFields();
    await page.getByRole('button', { name: 'Rocket' }).click();
    await page.waitForURL(/photo=rocket/);
    const onRocket = await playground.boxFields();
    await page.getByLabel('Your photo…').setInputFiles(join(dist, 'photos/brick.webp'));
    await page.getByText('Your photo, 512 × 512 pixels').waitFor();
    await page.waitForURL((url) => url.search === '');
    const own = await playground.boxFields();
    await drag(playground, 50, 50);
    await go(playground, -1, own);
    await go(playground, -1, onRocket);
    await page.getByRole('img', { name: 'A Falcon 9 rocket' }).first().waitFor();
    await go(playground, -1, start);
    await page.getByRole('img', { name: 'Portrait of the astronaut' }).first().waitFor();
  });
});
