import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath) || process.env.CROPGRAD_REQUIRE_BROWSER === '1';
if (!isThere) console.warn(`The page is not opened: there is no ${executablePath}. CHROMIUM may name another one.`);

/** What the page shows of a frame. */
interface Shown {
  speed: string;
  distance: string;
  tensors: string;
}

describe.skipIf(!isThere)('the page, as Vite builds it', () => {
  let outDir: string;
  let server: PreviewServer;
  let browser: Browser;
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'cropgrad-live-crop-'));
    const options = { root, logLevel: 'error', build: { outDir, emptyOutDir: true } } as const;
    await build(options);
    server = await preview({ ...options, preview: { port: 0 } });
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true });
  });

  async function open(query: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.setDefaultTimeout(0);
    const url = new URL(server.resolvedUrls?.local[0] ?? '');
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (!/^(data|blob):$/.test(protocol) && host !== url.host) complaints.push(`a request to ${host}`);
    });
    // However slow the machine is, the face has not gone far from one frame to the next.
    await page.addInitScript(() => {
      const slow = ({ target }: Event) => {
        if (target instanceof HTMLVideoElement) target.playbackRate = 0.1;
      };
      addEventListener('play', slow, true);
    });
    await page.goto(url.href + query);
    return { page, complaints };
  }

  test('the box follows the face on webgl, the crop is in view, and nothing piles up', async () => {
    const { page, complaints } = await open('');
    const frames = await page.evaluate(nextFrames, 12);
    const crop = await page.getByRole('img', { name: 'The crop' }).screenshot();
    const shown = await page.evaluate(coloursOf, crop.toString('base64'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await page.close();
    expect(complaints).toEqual([]);
    for (const { speed, distance } of frames) {
      expect(Number(speed)).toBeGreaterThan(0);
      expect(Number(distance)).toBeLessThan(2);
    }
    expect(new Set(frames.map(({ tensors }) => tensors)).size).toBe(1);
    // A face has many colours; a blank canvas has one.
    expect(shown).toBeGreaterThan(1000);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('says why webgpu does not start where there is none', async () => {
    const { page, complaints } = await open('?backend=webgpu');
    const problem = page.getByRole('alert');
    await problem.filter({ hasText: /./ }).waitFor();
    const text = await problem.textContent();
    await page.close();
    expect(text).toMatch(/^This browser has no .*WebGPU\. Choose webgl\.$/);
    expect(complaints).toEqual([]);
  });
});

/** Runs in the page: what it shows after each of the next frames. */
async function nextFrames(count: number): Promise<Shown[]> {
  const text = (id: string) => document.getElementById(id)?.textContent ?? '';
  const seen: Shown[] = [];
  const panel = document.querySelector('dl');
  if (!panel) throw new Error('The page shows no numbers');
  await new Promise<void>((resolve) => {
    new MutationObserver(() => {
      seen.push({ speed: text('speed'), distance: text('distance'), tensors: text('tensors') });
      if (seen.length === count) resolve();
    }).observe(panel, { childList: true, subtree: true });
  });
  return seen;
}

/** Runs in the page: how many colours a picture has. */
async function coloursOf(png: string): Promise<number> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer;
  return new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size;
}
