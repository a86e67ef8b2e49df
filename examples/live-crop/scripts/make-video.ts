/**
 * Makes face.webm: a camera that looks around in the portrait of examples/find-the-crop. Chromium draws the frames and
 * encodes them as VP8, and Mediabunny writes the file, in which every frame has its exact time: `npx -y pnpm video` here.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { cameraView, VIDEO } from '../src/camera-path.js';

const photo = await readFile(new URL('../../find-the-crop/astronaut.png', import.meta.url), 'base64');
const mediabunny = await readFile(
  new URL('../node_modules/mediabunny/dist/bundles/mediabunny.min.mjs', import.meta.url),
);
const { width, height, framesPerSecond, seconds } = VIDEO;
const views = Array.from({ length: seconds * framesPerSecond }, (_, k) => cameraView(k / framesPerSecond));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage();
// Encoders are for secure origins; nothing is asked of this one but the library.
await page.route('https://live-crop.test/**', (route) =>
  route.request().url().endsWith('.mjs')
    ? route.fulfill({ contentType: 'text/javascript', body: mediabunny })
    : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
);
await page.goto('https://live-crop.test/');
const video = await page.evaluate(encode, { photo, views, width, height, framesPerSecond });
await browser.close();
await writeFile(fileURLToPath(new URL('../face.webm', import.meta.url)), Buffer.from(video, 'base64'));

interface Wanted {
  photo: string;
  views: (readonly [number, number, number, number])[];
  width: number;
  height: number;
  framesPerSecond: number;
}

/** Runs in the page: the video as base64. */
async function encode({ photo, views, width, height, framesPerSecond }: Wanted): Promise<string> {
  const library = '/mediabunny.mjs';
  const { BufferTarget, CanvasSource, Output, WebMOutputFormat }: typeof import('mediabunny') = await import(library);
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${photo}`)).blob());
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec: 'vp8', bitrate: 250_000, keyFrameInterval: 2 });
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  for (const [k, [x, y, x2, y2]] of views.entries()) {
    context.drawImage(bitmap, x, y, x2 - x, y2 - y, 0, 0, width, height);
    await source.add(k / framesPerSecond, 1 / framesPerSecond);
  }
  await output.finalize();
  const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
