import '@cropgrad/backend-cpu';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { markdownTable } from 'markdown-table';
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { mersenne } from 'pure-rand/generator/mersenne';
import sharp from 'sharp';
import { BOX_SIDE, READINGS, STEPS, search } from './searches.js';

const SEED = 1;
const SIDE = 256;
const OFFSETS = [2, 4, 8, 16, 24, 32, 40];
const STARTS = 16;
/** A search has found the place when it ends this close, in pixels. */
const CLOSE = 0.5;
const PHOTOS = ['astronaut.webp', 'rocket.webp'];
const FROM = join(import.meta.dirname, '../../../apps/docs/public/photos');
const OUT = join(import.meta.dirname, '../../results/reach');

await setBackend('cpu');
const random = mersenne(SEED);
const between = (low: number, high: number): number => low + (high - low) * uniformFloat32(random);
const photos = await Promise.all(PHOTOS.map((name) => readPhoto(join(FROM, name))));

/** Places inside the photo with room for every start around them, and directions to start in. */
const places = Array.from({ length: STARTS }, (_, k) => {
  const most = SIDE - BOX_SIDE - Math.max(...OFFSETS);
  return {
    photo: photos[k % photos.length],
    at: [between(Math.max(...OFFSETS), most), between(Math.max(...OFFSETS), most)],
    direction: between(0, 2 * Math.PI),
  };
});

const rows = [];
for (const reading of READINGS) {
  const found: number[] = [];
  for (const offset of OFFSETS) {
    let close = 0;
    for (const { photo, at, direction } of places) {
      const truth = at.map((pixel) => (2 * pixel) / SIDE - 1);
      const start = [
        truth[0] + (2 * offset * Math.cos(direction)) / SIDE,
        truth[1] + (2 * offset * Math.sin(direction)) / SIDE,
      ];
      if ((await search({ photo, truth, start }, reading)) < CLOSE) close++;
    }
    found.push(Math.round((100 * close) / STARTS));
  }
  rows.push({ name: reading.name, found });
  console.log(`${reading.name}: ${found.join(' ')}`);
}

await mkdir(OUT, { recursive: true });
const settings = { seed: SEED, photos: PHOTOS, photoSide: SIDE, boxSide: BOX_SIDE, starts: STARTS, steps: STEPS };
await writeFile(join(OUT, 'results.json'), `${JSON.stringify({ settings, offsets: OFFSETS, rows }, null, 2)}\n`);
const table = markdownTable(
  [
    ['pixels off', ...OFFSETS.map(String)],
    ...rows.map(({ name, found }) => [name, ...found.map((percent) => `${percent} %`)]),
  ],
  { align: ['l', ...OFFSETS.map(() => 'r')] },
);
await writeFile(join(OUT, 'table.md'), `${table}\n`);

/** A photo as [1,H,W,3] from 0 to 1. */
async function readPhoto(file: string): Promise<Tensor4D> {
  const pixels = await sharp(file).resize(SIDE, SIDE, { fit: 'cover' }).removeAlpha().raw().toBuffer();
  return tensor4d(
    Float32Array.from(pixels, (value) => value / 255),
    [1, SIDE, SIDE, 3],
  );
}
