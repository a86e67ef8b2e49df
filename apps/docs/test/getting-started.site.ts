import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from './browser.js';
import { fulfill, ORIGIN, openBundled } from './bundled-page.js';
import { programsOf, root } from './markdown-programs.js';

const PAGE = 'apps/docs/guide/getting-started.md';

const docs = join(root, 'apps/docs');
const project = join(docs, 'test/.bundled');

if (noBrowser) console.warn(`The guide's pages are not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('getting started in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(project, { recursive: true, force: true });
  });

  it.each([
    ['import-map.html', 'over a hundred files', 100, 1000],
    ['one-file.html', 'one file', 0, 1],
  ])('%s: the page runs as it is, on %s that the CDN has of the packages', async (html, _files, more, most) => {
    const page = await browser.newPage();
    let requests = 0;
    await page.route(/./, (route) => {
      const { href, host, pathname } = new URL(route.request().url());
      if (href === ORIGIN) return fulfill(route, join(docs, 'guide', html));
      requests++;
      expect(host).toBe('cdn.jsdelivr.net');
      const [, name, version, file] = pathname.match(/^\/npm\/((?:@[^/]+\/)?[^@/]+)@([^/]+)\/(.*)$/) ?? [];
      const folder = join(docs, 'node_modules', name);
      expect(version, `the version of ${name}`).toBe(
        JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
      );
      return fulfill(route, join(folder, file));
    });
    await page.goto(ORIGIN);
    await page.waitForFunction(() => document.querySelector('output')?.textContent);
    expect(await page.locator('output').textContent()).toBe('5, 6, 9, 10');
    expect(requests).toBeGreaterThan(more);
    expect(requests).toBeLessThanOrEqual(most);
    await page.close();
  });

  it('the bundler: the wasm backend runs in a page that Vite has built', async () => {
    const program = programWith('@cropgrad/backend-wasm');
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const { page, printed } = await opened({ 'page.ts': program.code }, `<img src="${pixel}" alt="">`);
    await page.close();
    expect(printed).toBe(program.printed);
  });

  it.each(['cpu', 'wasm', 'gpujs'])('a photo with a white sky is cropped and drawn on %s', async (backend) => {
    const { page } = await opened({ 'page.ts': guideOn(backend) }, await photoWithWhiteSky());
    const corners = await page.locator('canvas').evaluateAll((canvases) =>
      canvases.map((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) throw new Error('It is no canvas');
        return [...(canvas.getContext('2d')?.getImageData(0, 0, 1, 1).data ?? [])];
      }),
    );
    await page.close();
    const white = [255, 255, 255, 255];
    expect(corners).toEqual([white, white]);
  });

  it('a bicubic crop of it that is not clipped is refused, as the guide says', async () => {
    const code = guideOn('cpu').replace('tf.clipByValue(smooth, 0, 255)', 'smooth');
    const photo = await photoWithWhiteSky();
    await expect(opened({ 'page.ts': code }, photo)).rejects.toThrow('must be in the range [0 - 1]');
  });

  it('the worker: it answers the page, in what Vite has built', async () => {
    const program = programWith('// page.ts');
    const files = { 'page.ts': program.code, 'crop-worker.ts': programWith('// crop-worker.ts').code };
    const { page, printed } = await opened(files, '<canvas></canvas>');
    await page.close();
    expect(printed).toBe(program.printed);
  });

  function opened(files: Record<string, string>, body: string): Promise<{ page: Page; printed: string }> {
    return openBundled(browser, project, files, body);
  }
});

/** The guide's program for a page with a photo, on another backend, and at a box whose weights are no round numbers. */
function guideOn(backend: string): string {
  const { code } = programWith('@cropgrad/backend-wasm');
  return code
    .replace('@cropgrad/backend-wasm', `@cropgrad/backend-${backend}`)
    .replace("'wasm'", `'${backend}'`)
    .replaceAll('[-0.5, -0.5, 0.5, 0.5]', '[-0.51, -0.37, 0.43, 0.59]');
}

/** An image element: the sky is white, and everything below it is many colours, black and white among them. */
async function photoWithWhiteSky(): Promise<string> {
  const [width, height, horizon] = [101, 67, 34];
  const bytes = Uint8Array.from({ length: 3 * width * height }, (_, k) =>
    k < 3 * width * horizon ? 255 : (85 * k) % 256,
  );
  const png = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return `<img src="data:image/png;base64,${png.toString('base64')}" alt="">`;
}

function programWith(text: string) {
  const program = programsOf(PAGE).find(({ code }) => code.includes(text));
  if (!program) throw new Error(`${PAGE} has no program with ${text}`);
  return program;
}
