import '@cropgrad/backend-cpu';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { affineSample, crop, thetaFromPixels } from '@cropgrad/core';
import { setBackend, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { markdownTable } from 'markdown-table';
import sharp from 'sharp';

/** How many pixels of the photo an output is wide and high, and by how many degrees it is turned. */
const CASES = [
  { wide: 6, high: 6, degrees: 15 },
  { wide: 6, high: 6, degrees: 45 },
  { wide: 8, high: 2, degrees: 0 },
  { wide: 8, high: 2, degrees: 15 },
  { wide: 8, high: 2, degrees: 45 },
];
type Case = (typeof CASES)[number];
const PHOTO = 512;
const CROP = 32;
/** The outermost outputs of the recipe have no neighbours in its fine crop, so all are compared inside of this ring. */
const RING = 2;
const OUT = join(import.meta.dirname, '../../results/rotated');

await setBackend('cpu');
const file = join(import.meta.dirname, '../../../apps/docs/public/photos/astronaut.webp');
const grey = Float32Array.from(await sharp(file).greyscale().raw().toBuffer(), (value) => value / 255);
const photo: Tensor4D = tensor4d(grey, [1, PHOTO, PHOTO, 1]);

const rows: [string, ...string[]][] = [];
for (const one of CASES) {
  const wanted = ideal(one);
  const { wide, high, degrees } = one;
  const decibels = [plain(one), antialiased(one), await recipe(one)].map(async (values) => psnr(await values, wanted));
  const found = await Promise.all(decibels);
  rows.push([`${wide} × ${high} px, ${degrees}°`, ...found.map((value) => value.toFixed(1))]);
  console.log(rows.at(-1)?.join(' | '));
}
await mkdir(OUT, { recursive: true });
const table = markdownTable([['an output', 'plain', '`antialias: true`', 'the recipe'], ...rows]);
await writeFile(join(OUT, 'table.md'), `${table}\n`);

/** Theta of a turned crop around the middle of the photo, of so many outputs, each of so many pixels. */
function thetaOf({ degrees }: Case, size: number[], wide: number, high: number): ReturnType<typeof thetaFromPixels> {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [h, w] = size;
  const rows = [
    [c * wide, -s * high],
    [s * wide, c * high],
  ];
  const matrix = rows.map(([x, y]) => [x, y, (PHOTO - 1) / 2 - (x * (w - 1)) / 2 - (y * (h - 1)) / 2]);
  return thetaFromPixels([matrix], [PHOTO, PHOTO], size, { maps: 'cropToImage' });
}

function plain(one: Case): Promise<Float32Array> {
  return read(() => affineSample(photo, thetaOf(one, [CROP, CROP], one.wide, one.high), [CROP, CROP]));
}

function antialiased(one: Case): Promise<Float32Array> {
  const theta = (): ReturnType<typeof thetaOf> => thetaOf(one, [CROP, CROP], one.wide, one.high);
  return read(() => affineSample(photo, theta(), [CROP, CROP], { antialias: true }));
}

/** First turned with as many outputs as pixels, then shrunk along the axes that are its own by now. */
function recipe(one: Case): Promise<Float32Array> {
  const fine: [number, number] = [CROP * one.high, CROP * one.wide];
  return read(() => {
    const turned = affineSample(photo, thetaOf(one, fine, 1, 1), fine);
    return crop(turned, [[-1, -1, 1, 1]], [CROP, CROP], { antialias: true, paddingMode: 'border' });
  });
}

async function read(make: () => Tensor4D): Promise<Float32Array> {
  const made = tidy(make);
  const values = await made.data<'float32'>();
  made.dispose();
  return values;
}

/** Each output as the mean of the photo under a tent that is turned with it: two outputs wide, and two high. */
function ideal({ wide, high, degrees }: Case): Float64Array {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const middle = (PHOTO - 1) / 2;
  const sums = new Float64Array(CROP * CROP);
  const weights = new Float64Array(CROP * CROP);
  for (let y = 0; y < PHOTO; y++) {
    for (let x = 0; x < PHOTO; x++) {
      // Where the pixel is in the crop, in outputs.
      const u = (c * (x - middle) + s * (y - middle)) / wide + (CROP - 1) / 2;
      const v = (c * (y - middle) - s * (x - middle)) / high + (CROP - 1) / 2;
      for (const i of [Math.floor(v), Math.floor(v) + 1]) {
        for (const j of [Math.floor(u), Math.floor(u) + 1]) {
          if (i < 0 || i >= CROP || j < 0 || j >= CROP) continue;
          const weight = (1 - Math.abs(u - j)) * (1 - Math.abs(v - i));
          sums[i * CROP + j] += weight * grey[y * PHOTO + x];
          weights[i * CROP + j] += weight;
        }
      }
    }
  }
  return sums.map((sum, k) => sum / weights[k]);
}

/** The peak signal-to-noise ratio in decibels, of numbers from 0 to 1. */
function psnr(values: Float32Array, wanted: Float64Array): number {
  let squares = 0;
  let count = 0;
  for (let i = RING; i < CROP - RING; i++) {
    for (let j = RING; j < CROP - RING; j++) {
      squares += (values[i * CROP + j] - wanted[i * CROP + j]) ** 2;
      count++;
    }
  }
  return 10 * Math.log10(count / squares);
}
