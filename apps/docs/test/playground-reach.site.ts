import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Point } from '../playground/box.js';
import { noBrowser } from './browser.js';
import type { PlaygroundPage } from './playground-page.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`The playground's handles are not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the playground, with any photo and any box', () => {
  const { open } = siteUnderTest();

  /** Opens a photo of one colour, with its alpha, from 0 to 1. */
  async function openPlain(playground: PlaygroundPage, width: number, height: number, alpha: number): Promise<void> {
    const background = { r: 255, g: 0, b: 0, alpha };
    const buffer = await sharp({ create: { width, height, channels: 4, background } })
      .png()
      .toBuffer();
    const choose = playground.page.getByLabel('Your photo…');
    await choose.setInputFiles({ name: 'plain.png', mimeType: 'image/png', buffer });
    await playground.page.getByText(`Your photo, ${width} × ${height} pixels`).waitFor();
    await playground.page.locator('.stage').scrollIntoViewIfNeeded();
  }

  /** The middles of the handles in view: eight to resize, one to turn, and one to move where there is one. */
  async function handles({ box }: PlaygroundPage): Promise<Point[]> {
    const knobs = await box.locator('.handle .knob').all();
    const places = await Promise.all(knobs.map((knob) => knob.boundingBox()));
    return places.map((place) => ({
      x: (place?.x ?? 0) + (place?.width ?? 0) / 2,
      y: (place?.y ?? 0) + (place?.height ?? 0) / 2,
    }));
  }

  /** The places in the stage, 4 pixels apart, from where a drag moves the box. */
  function placesThatMove({ page }: PlaygroundPage): Promise<Point[]> {
    return page.locator('.stage').evaluate((stage) => {
      const { left, top, width, height } = stage.getBoundingClientRect();
      const columns = Math.floor(width / 4);
      const all = Array.from({ length: columns * Math.floor(height / 4) }, (_, k) => ({
        x: left + 4 * (k % columns) + 2,
        y: top + 4 * Math.floor(k / columns) + 2,
      }));
      const moves = ({ x, y }: Point) => document.elementFromPoint(x, y)?.closest('.body, .overlay .frame, .move');
      return all.filter((place) => moves(place));
    });
  }

  for (const width of [360, 1440]) {
    it(`every handle of the box in a photo of 600 × 1 is dragged, ${width} pixels wide`, async () => {
      const playground = await open('', { viewport: { width, height: 900 } });
      await openPlain(playground, 600, 1, 1);
      const start = await playground.boxFields();
      const places = [...(await handles(playground)), await playground.boxMiddle()];
      expect(places).toHaveLength(10);
      for (const [k, place] of places.entries()) {
        await playground.drag(place, { x: 17, y: -23 });
        const { cx, cy, w, h, angle } = await playground.boxFields();
        if (k < 8) expect([w, h], `handle ${k}`).not.toEqual([start.w, start.h]);
        else if (k === 8) expect(angle).not.toBe(start.angle);
        else expect([w, h, angle, cx > start.cx, cy < start.cy]).toEqual([start.w, start.h, start.angle, true, true]);
        await playground.page.keyboard.press('Control+z');
        expect(await playground.boxFields()).toEqual(start);
      }
    });

    it.each([
      ['over the edge', '505,10,120,140,30'],
      ['over a corner', '0,0,300,200,0'],
      ['around the photo', '256,256,2000,1500,10'],
      ['far away', '5000,-900,120,140,0'],
    ])(`a box %s has handles in view, and is moved, ${width} pixels wide`, async (_what, numbers) => {
      const playground = await open(`?box=${numbers}`, { viewport: { width, height: 900 } });
      await playground.page.locator('.stage').scrollIntoViewIfNeeded();
      const stage = await playground.page.locator('.stage').boundingBox();
      if (!stage) throw new Error('There is no stage');
      const places = await handles(playground);
      for (const { x, y } of places) {
        expect(x).toBeGreaterThan(stage.x);
        expect(y).toBeGreaterThan(stage.y);
        expect(x).toBeLessThan(stage.x + stage.width);
        expect(y).toBeLessThan(stage.y + stage.height);
      }
      const start = await playground.boxFields();
      const moving = await placesThatMove(playground);
      // Of 4 × 4 pixels each: together as large as the tip of a finger.
      expect(moving.length).toBeGreaterThan(15);
      await playground.drag(moving[Math.floor(moving.length / 2)], { x: -40, y: 30 });
      const moved = await playground.boxFields();
      expect([moved.w, moved.h, moved.angle]).toEqual([start.w, start.h, start.angle]);
      expect(moved.cx).toBeLessThan(start.cx);
      expect(moved.cy).toBeGreaterThan(start.cy);
    });
  }

  it('undoes drags, keys, typing, displacing and searches, one by one, and starts again', async () => {
    const playground = await open('?backend=wasm');
    const { page } = playground;
    const fields = () => playground.boxFields();
    const start = await fields();
    const past = [start];
    const changes = [
      async () => playground.drag(await playground.boxMiddle(), { x: 30, y: 20 }),
      async () => page.keyboard.press('ArrowLeft'),
      async () => {
        await page.getByLabel('Width', { exact: true }).fill('99');
        await page.getByLabel('Width', { exact: true }).press('Enter');
      },
      async () => page.getByRole('button', { name: 'Displace box' }).click(),
      async () => {
        await page.getByRole('button', { name: 'Play' }).click();
        await page.getByRole('button', { name: 'Play again' }).waitFor();
      },
      async () => page.getByRole('button', { name: 'Reset' }).click(),
    ];
    for (const change of changes) {
      await change();
      past.push(await fields());
      expect(past[past.length - 1]).not.toEqual(past[past.length - 2]);
    }
    expect(past.pop()).toEqual(start);
    // By the button and by the keys, which leave the typing in a field alone.
    for (const [k, then] of past.reverse().entries()) {
      if (k % 2 === 0) await page.getByRole('button', { name: 'Undo' }).click();
      else await page.keyboard.press('Control+z');
      expect(await fields(), `${k} back`).toEqual(then);
    }
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Rocket' }).click();
    await page.waitForURL(/photo=rocket/);
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  it.each([1, 0.5, 0])('crops what it shows, with its alpha: a photo with alpha %f', async (alpha) => {
    const playground = await open();
    const before = await playground.crop();
    await openPlain(playground, 80, 60, alpha);
    const crop = await playground.cropAfter(before);
    const middle = crop.slice(4 * 32 * 65, 4 * 32 * 65 + 4);
    const isClear = alpha === 0;
    for (const [c, expected] of [isClear ? 0 : 255, 0, 0, 255 * alpha].entries()) {
      expect(Math.abs(middle[c] - expected), `cropped, channel ${c}`).toBeLessThanOrEqual(1);
    }
    // The photo lies on checks of two greys, the crop, too; both show through as far as it is transparent.
    const place = { left: 60, top: 60, width: 24, height: 24 };
    const shown = await sharp(await playground.page.locator('.stage').screenshot())
      .extract(place)
      .removeAlpha()
      .raw()
      .toBuffer();
    const pixels = Array.from({ length: shown.length / 3 }, (_, i) => [...shown.subarray(3 * i, 3 * i + 3)]);
    const checks = [
      [185, 188, 196],
      [232, 233, 236],
    ].map((grey) => grey.map((value, c) => alpha * [255, 0, 0][c] + (1 - alpha) * value));
    for (const check of checks) {
      const isSeen = pixels.some((pixel) => pixel.every((value, c) => Math.abs(value - check[c]) <= 1));
      expect(isSeen, `${check}`).toBe(true);
    }
    const note = playground.page.getByText('Parts of it are transparent');
    expect(await note.count()).toBe(alpha < 1 ? 1 : 0);
    expect(await playground.page.getByLabel('Code', { exact: true }).textContent()).toContain(
      alpha < 1 ? '[1,60,80,4], colours multiplied by alpha' : '[1,60,80,3]\n',
    );
  });
});
