import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { cropArray, type PixelImage, type Size } from '@cropgrad/arrays';
import { markdownTable } from 'markdown-table';
import sharp from 'sharp';
import { describeMachine } from '../machine.js';
import { timeInRounds } from '../rounds.js';
import { median, pairedRatio } from '../statistics.js';
import { type TurnPace, takeTurn } from '../turn.js';
import { timeBesideCanvas } from './beside-canvas.js';
import { loadRawImage, type Resize, resizeRawImage } from './raw-image.js';

type Photo = PixelImage & { data: Uint8Array };

/** What is done: one function each, which gives bytes or floats. */
interface Task {
  name: string;
  ours(): ArrayLike<number>;
  sharp(): Promise<ArrayLike<number>>;
  rawImage(): Promise<ArrayLike<number>>;
}

const OUT = join(import.meta.dirname, '../../results/arrays');
const PACE = { rounds: 15, settleMs: 20, calls: 9, budgetMs: 500, slowMs: 1000, warmUpCalls: 30, warmUpMs: 4000 };
const IN_PAGE = { rounds: 15, calls: 5 };
const MEAN = [0.485, 0.456, 0.406];
const STD = [0.229, 0.224, 0.225];
/** Sharp halves a photo before it filters it, so that the two are not equal: on average they are as close as this, of 255. */
const AGREEMENT = 2;

const photo = await loadPhoto();
const transformers = await loadRawImage();
const absent: Resize = () => Promise.reject(new Error('There is no RawImage'));
const byRawImage = transformers ? resizeRawImage(transformers.Image, photo.data, [photo.width, photo.height]) : absent;
const whole = [0, 0, photo.width, photo.height];
const boxes = Array.from({ length: 16 }, (_, n) => [(n * 97) % 1500, (n * 61) % 700, 120 + 20 * n, 100 + 17 * n]);

const TASKS: Task[] = [
  {
    name: 'the photo to 224², bytes',
    ours: () => bytes([whole], [224, 224]),
    sharp: () => resized(whole, [224, 224]),
    rawImage: () => byRawImage([whole], [224, 224]),
  },
  {
    name: 'the photo to 224², float32 NCHW, less the mean, by the deviation',
    ours: () => normalised([whole], [224, 224]),
    sharp: async () => planes(await resized(whole, [224, 224])),
    rawImage: async () => planes(await byRawImage([whole], [224, 224])),
  },
  {
    name: '16 boxes of it to 64², bytes',
    ours: () => bytes(boxes, [64, 64]),
    sharp: async () => Buffer.concat(await Promise.all(boxes.map((box) => resized(box, [64, 64])))),
    rawImage: () => byRawImage(boxes, [64, 64]),
  },
];

type Row = [string, ...string[]];
const rows: Row[] = [];
const processorRows: Row[] = [];
for (const task of TASKS) {
  const { name, ours } = task;
  const difference = meanDifference(ours(), await task.sharp());
  console.log(`${name}: ${difference.toFixed(3)} apart from sharp's on average`);
  if (!(difference <= AGREEMENT)) throw new Error(`${name}: the two do not agree`);
  if (transformers) {
    // It does not antialias, so that it is timed, but answers something else.
    console.log(
      `${name}: ${meanDifference(ours(), await task.rawImage()).toFixed(3)} apart from RawImage's on average`,
    );
  }
  const runs = [ours, task.sharp, task.sharp, ...(transformers ? [task.rawImage] : [])];
  for (const [clock, table] of [
    [wallClock, rows],
    [processorClock, processorRows],
  ] as const) {
    const contestants = runs.map((run, k) => (pace: TurnPace) => {
      sharp.concurrency(k === 2 ? 1 : describeMachine().cores);
      return takeTurn(() => millisecondsOf(run, clock), pace);
    });
    const [own, ...others] = await timeInRounds(contestants, PACE);
    const milliseconds = [own, ...others].map((times) => median(times.filter((ms) => ms !== undefined)).toFixed(2));
    const ratios = others.map((times) => pairedRatio(times, own).median.toFixed(2));
    table.push([name, ...milliseconds, ...ratios]);
    console.log(table.at(-1)?.join(' | '));
  }
}

const canvasRows: Row[] = [];
let chromium = 'no Chromium';
for (const [name, regions, size] of [
  ['the photo to 224²', [whole], [224, 224]],
  ['16 boxes of it to 64²', boxes, [64, 64]],
] as const) {
  const rgb = Buffer.from(photo.data).toString('base64');
  const { width, height } = photo;
  const times = await timeBesideCanvas({ rgb, width, height, regions: [...regions], size: [...size], ...IN_PAGE });
  if (!times) continue;
  chromium = `Chromium ${times.version}`;
  const { ours, oursOfBitmap, canvas, fastest } = times;
  const ratios = [ours, oursOfBitmap].map((own) => pairedRatio(canvas, own).median);
  const numbers = [median(ours), median(oursOfBitmap), median(canvas), ...ratios, ...fastest];
  canvasRows.push([name, ...numbers.map((x) => x.toFixed(2))]);
  console.log(canvasRows.at(-1)?.join(' | '));
}

const { cpu, cores, node } = describeMachine();
// Others on the machine cost a long call more than a short one.
const load = loadavg()[0].toFixed(1);
const { sharp: version, vips } = sharp.versions;
const raw = transformers ? `Transformers.js ${transformers.version}` : 'no Transformers.js';
const sharpHeader = [
  'task',
  'cropArray, ms',
  `sharp on ${cores} threads, ms`,
  'on one, ms',
  ...(transformers ? ['RawImage, ms'] : []),
  'times as fast as sharp',
  'as on one',
  ...(transformers ? ['as RawImage'] : []),
];
const canvasHeader = [
  'RGBA bytes',
  'cropArray, ms',
  'of a bitmap, ms',
  'canvas, ms',
  'times as fast',
  'of a bitmap',
  'fastest: cropArray, ms',
  'of a bitmap, ms',
  'canvas, ms',
];
await mkdir(OUT, { recursive: true });
await writeFile(
  join(OUT, 'table.md'),
  [
    markdownTable([sharpHeader, ...rows]),
    'The same in processor time, of all threads together, in which waiting for others does not count:',
    markdownTable([sharpHeader, ...processorRows]),
    markdownTable([canvasHeader, ...canvasRows]),
    `${cpu}, ${cores} cores, Node ${node}, sharp ${version} (libvips ${vips}), ${chromium}, ${raw}. Load average: ${load}.\n`,
  ].join('\n\n'),
);

async function millisecondsOf(run: () => unknown, clock: () => number): Promise<number> {
  const start = clock();
  await run();
  return clock() - start;
}

function wallClock(): number {
  return performance.now();
}

/** What the threads of this process have used: others on the machine do not count. */
function processorClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function loadPhoto(): Promise<Photo> {
  const file = join(import.meta.dirname, '../../../apps/docs/public/photos/rocket-1080p.webp');
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}

function bytes(regions: number[][], size: Size): Uint8Array {
  return cropArray(photo, regions, size, { format: 'xywh', layout: 'NHWC', dtype: 'uint8' }).data;
}

function normalised(regions: number[][], size: Size): Float32Array {
  return cropArray(photo, regions, size, { format: 'xywh', scale: 1 / 255, mean: MEAN, std: STD }).data;
}

/** A region resized with sharp's filter that is named like ours. */
function resized([left, top, width, height]: number[], size: Size): Promise<Buffer> {
  return sharp(photo.data, { raw: { width: photo.width, height: photo.height, channels: 3 } })
    .extract({ left, top, width, height })
    .resize(size[1], size[0], { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
}

/** What people write after sharp. */
function planes(pixels: Buffer): Float32Array {
  const count = pixels.length / 3;
  const values = new Float32Array(pixels.length);
  for (let c = 0; c < 3; c++) {
    for (let p = 0; p < count; p++) values[c * count + p] = (pixels[3 * p + c] / 255 - MEAN[c]) / STD[c];
  }
  return values;
}

function meanDifference(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} numbers beside ${theirs.length}`);
  let sum = 0;
  for (let i = 0; i < ours.length; i++) sum += Math.abs(ours[i] - theirs[i]);
  return sum / ours.length;
}
