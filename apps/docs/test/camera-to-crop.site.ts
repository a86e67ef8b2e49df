import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser, SOFTWARE_WEBGPU } from './browser.js';
import { openBundled } from './bundled-page.js';
import { programsOf, root } from './markdown-programs.js';

const PAGE = 'apps/docs/guide/camera-to-crop.md';
const project = join(root, 'apps/docs/test/.camera');
const BODY = '<canvas></canvas><video muted playsinline></video>';

if (noBrowser) console.warn(`The guide's pages are not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('from camera to crop in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
    browser = await launch([...SOFTWARE_WEBGPU, ...camera]);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(project, { recursive: true, force: true });
  });

  it.each(['@cropgrad/backend-webgl', 'zeroCopy'])('the program with %s prints what it says', async (text) => {
    const program = programsOf(PAGE).find(({ code }) => code.includes(text));
    if (!program) throw new Error(`${PAGE} has no program with ${text}`);
    const { page, printed } = await openBundled(browser, project, { 'page.ts': program.code }, BODY);
    await page.close();
    expect(printed).toBe(program.printed);
  });

  it('what is drawn is the crop of the camera’s frame', async () => {
    const program = programsOf(PAGE).find(({ code }) => code.includes('getUserMedia'));
    // Before the browser shows it: the drawing is gone then.
    const compare = `draw(view);
const drawn = new OffscreenCanvas(128, 96).getContext('2d') as OffscreenCanvasRenderingContext2D;
drawn.drawImage(canvas, 0, 0);
const bytes = drawn.getImageData(0, 0, 128, 96).data;
const wanted = await view.data();
console.log(Math.max(...bytes.map((byte, k) => Math.abs(byte - wanted[k]))), new Set(bytes).size > 2);`;
    const code = program?.code.replace('draw(view);\n', `${compare}\n`) ?? '';
    const { page, printed } = await openBundled(browser, project, { 'page.ts': code }, BODY);
    await page.close();
    expect(printed).toContain('\n0 true\n');
  });
});
