import '@cropgrad/backend-cpu';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cropQuads } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import sharp from 'sharp';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { type Corners, inPixels, madePhoto, normalised, PAGE_SIZE } from './made-photo.js';
import { refineCorners } from './refine-corners.js';

/** Where the page really is, and where somebody clicked. */
const TRUTH: Corners = [
  [92, 38],
  [221, 56],
  [248, 208],
  [58, 190],
];
const CLICKED: Corners = [
  [99, 45],
  [213, 49],
  [239, 199],
  [66, 198],
];

const OUT = join(import.meta.dirname, '../out');

await runCommand(async () => {
  await tf.setBackend('cpu');
  await prepareFolder(OUT, ['photo.png', 'rough.png', 'straight.png', 'result.json']);
  const photo = madePhoto(TRUTH);
  const refined = refineCorners(photo, normalised(CLICKED));
  const found = await inPixels(refined);
  const errors = { clicked: worst(CLICKED), found: worst(found) };
  console.log(`clicked corners are off by ${errors.clicked.toFixed(2)} px at most`);
  console.log(`refined corners are off by ${errors.found.toFixed(2)} px at most`);

  await writePicture('photo.png', photo);
  await writePicture('rough.png', cropQuads(photo, normalised(CLICKED), PAGE_SIZE));
  await writePicture('straight.png', cropQuads(photo, refined, PAGE_SIZE));
  await writeFile(
    join(OUT, 'result.json'),
    `${JSON.stringify({ truth: TRUTH, clicked: CLICKED, found, errors }, null, 2)}\n`,
  );
  console.log(`wrote   ${OUT}`);
});

/** How far the farthest corner is from where it should be, in pixels. */
function worst(corners: Corners): number {
  return Math.max(...corners.map(([x, y], i) => Math.hypot(x - TRUTH[i][0], y - TRUTH[i][1])));
}

async function writePicture(name: string, image: tf.Tensor4D): Promise<void> {
  const [, height, width] = image.shape;
  const pixels = Uint8Array.from(await image.data(), (value) => Math.round(255 * Math.min(Math.max(value, 0), 1)));
  await writeFile(
    join(OUT, name),
    await sharp(pixels, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer(),
  );
}
