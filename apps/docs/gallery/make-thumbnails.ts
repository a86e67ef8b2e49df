/**
 * Makes the thumbnails of the gallery: `npx -y pnpm --filter docs gallery-thumbnails`, and names after it make those alone. Each is
 * a picture of the page itself, in Chromium, when it has its result.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { launch } from '../test/browser.js';
import { composePage } from './compose-page.js';
import { filesOnDisk } from './files-on-disk.js';

/** What is photographed, in CSS pixels, and how large the thumbnail is. */
const VIEW = { width: 640, height: 400 };
const THUMBNAIL = { width: 480, height: 300 };
/** No thumbnail is larger, in bytes. */
const MOST = 20_000;
/** Pages that show most before they have their result. */
const AT_FIRST = ['gradients-at-the-edges'];

const demos = new URL('demos/', import.meta.url);
const thumbnails = new URL('../public/gallery/thumbnails/', import.meta.url);
const asked = process.argv.slice(2);
const names = readdirSync(demos).map((file) => file.replace(/\.html$/, ''));

await mkdir(thumbnails, { recursive: true });
const browser = await launch();
for (const name of asked.length > 0 ? asked : names) {
  const page = await browser.newPage({ viewport: VIEW, colorScheme: 'light', deviceScaleFactor: 1.5 });
  await page.setContent(await composePage(readFileSync(new URL(`${name}.html`, demos), 'utf8'), filesOnDisk));
  await page.locator(AT_FIRST.includes(name) ? '[data-ready]' : '[data-result]').waitFor({ timeout: 0 });
  const picture = sharp(await page.screenshot()).resize(THUMBNAIL);
  await page.close();
  const file = await smallEnough(picture);
  await writeFile(new URL(`${name}.webp`, thumbnails), file);
  console.log(`${name}: ${file.length} bytes`);
}
await browser.close();

/** The picture as WebP, in the best quality that is small enough. */
async function smallEnough(picture: Sharp): Promise<Buffer> {
  for (const quality of [85, 75, 65, 55, 45, 35, 25]) {
    const file = await picture.clone().webp({ quality, effort: 6 }).toBuffer();
    if (file.length <= MOST) return file;
  }
  throw new Error(`No quality makes it as small as ${MOST} bytes`);
}
