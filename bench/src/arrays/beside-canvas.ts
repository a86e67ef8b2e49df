import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { cropArray } from '@cropgrad/arrays';
import { chromium } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PACKAGE = join(import.meta.dirname, '../../../packages/arrays/dist/index.js');

declare global {
  /** What the page has of the package. */
  var cropArrayOfPage: typeof cropArray;
}

/** What a page is to measure: regions (x, y, w, h) of a photo, of bytes in base64, and how large each crop is. */
interface Plan {
  rgb: string;
  width: number;
  height: number;
  regions: number[][];
  size: [number, number];
  rounds: number;
  calls: number;
}

/** Milliseconds, one per round. */
export interface CanvasTimes {
  /** From the pixels of the photo. */
  ours: number[];
  /** From a bitmap, whose pixels are read first. */
  oursOfBitmap: number[];
  /** `drawImage` of each region of the bitmap, smoothed with quality 'high', and `getImageData`. */
  canvas: number[];
  /** The fastest call of each, in this order: nothing else on the machine came in between. */
  fastest: number[];
}

/** Times RGBA crops in headless Chromium, beside a canvas's. Undefined where there is no Chromium. */
export async function timeBesideCanvas(plan: Plan): Promise<(CanvasTimes & { version: string }) | undefined> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return undefined;
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage();
    // tsx names functions by a function of its own, which the page has not.
    const named = 'globalThis.__name = (named) => named;';
    const content = `${readFileSync(PACKAGE, 'utf8')}\nglobalThis.cropArrayOfPage = cropArray;\n${named}`;
    await page.addScriptTag({ type: 'module', content });
    await page.waitForFunction(() => globalThis.cropArrayOfPage !== undefined);
    return { ...(await page.evaluate(timeInPage, plan)), version: browser.version() };
  } finally {
    await browser.close();
  }
}

/** Runs in the page, and so may use nothing of this file. */
async function timeInPage({ rgb, width, height, regions, size, rounds, calls }: Plan): Promise<CanvasTimes> {
  const bytes = Uint8Array.from(atob(rgb), (character) => character.charCodeAt(0));
  const photo = new ImageData(width, height);
  for (let p = 0; p < width * height; p++) {
    photo.data.set([bytes[3 * p], bytes[3 * p + 1], bytes[3 * p + 2], 255], 4 * p);
  }
  const [h, w] = size;
  const contextOf = (wide: number, high: number): OffscreenCanvasRenderingContext2D => {
    const context = new OffscreenCanvas(wide, high).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('There is no canvas');
    context.imageSmoothingQuality = 'high';
    return context;
  };
  const [large, small] = [contextOf(width, height), contextOf(w, h)];
  const crop = (image: ImageData): unknown =>
    globalThis.cropArrayOfPage(image, regions, size, { format: 'xywh', layout: 'NHWC', dtype: 'uint8' });
  const contestants = [
    () => crop(photo),
    (bitmap: ImageBitmap) => {
      large.drawImage(bitmap, 0, 0);
      return crop(large.getImageData(0, 0, width, height));
    },
    (bitmap: ImageBitmap) =>
      regions.map(([x, y, across, down]) => {
        small.drawImage(bitmap, x, y, across, down, 0, 0, w, h);
        return small.getImageData(0, 0, w, h);
      }),
  ];
  const times: number[][] = contestants.map(() => []);
  const fastest = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = -1; round < rounds; round++) {
    for (const [k, run] of contestants.entries()) {
      const taken: number[] = [];
      for (let call = 0; call < calls; call++) {
        // A new one for each call, as of a video: a canvas keeps the smaller copies that it makes of a bitmap.
        const bitmap = await createImageBitmap(photo);
        const start = performance.now();
        run(bitmap);
        taken.push(performance.now() - start);
        bitmap.close();
      }
      // The first round is a warm-up.
      if (round < 0) continue;
      times[k].push(taken.sort((a, b) => a - b)[calls >> 1]);
      fastest[k] = Math.min(fastest[k], taken[0]);
    }
  }
  return { ours: times[0], oursOfBitmap: times[1], canvas: times[2], fastest };
}
