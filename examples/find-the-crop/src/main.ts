import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { SingleBar } from 'cli-progress';
import { BACKENDS } from './backends.js';
import { type Box, cornerError, wrongBox } from './box.js';
import { type Options, readOptions } from './options.js';
import { type Photo, readPhoto } from './photo.js';
import { drawPath, drawStrip } from './pictures.js';
import { findCrop, STEPS } from './search.js';

/** What the user can mend: one line, and exit status 1. */
function refuse(what: string, error: unknown): never {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  console.error(`error: ${what}: ${reason}`);
  process.exit(1);
}

async function load({ image, out }: Options): Promise<Photo> {
  await mkdir(out, { recursive: true }).catch((error) => refuse(`cannot write to --out ${out}`, error));
  return readPhoto(image).catch((error) => refuse(`cannot read --image ${image}`, error));
}

const show = (box: Box): string => `(${box.map((value) => value.toFixed(2).padStart(7)).join(', ')})`;

tf.enableProdMode(); // Keeps tfjs from recommending tfjs-node, which has no crop gradient either.
const options = readOptions(process.argv.slice(2));
const { box: truth, size, backend, out } = options;
await BACKENDS[backend]();
await tf.setBackend(backend);
const photo = await load(options);
const { height, width } = photo;

const target = tf.tidy(() => crop(photo.image, boxesFromPixels([[...truth]], [height, width]), size));
const start = wrongBox(truth, height, width);
const bar = new SingleBar({ format: 'searching {bar} {percentage}% | step {value}/{total}', hideCursor: true });
bar.start(STEPS, 0);
const search = findCrop(photo, target, start, () => bar.increment());
bar.stop();

const found = search.boxes[search.boxes.length - 1];
const error = cornerError(found, truth);
await drawPath(photo, search, truth, join(out, 'path.png'));
await drawStrip(photo, search, truth, join(out, 'strip.png'));
const result = { backend, size, steps: STEPS, true: truth, start, found, cornerError: error, loss: search.losses };
await writeFile(join(out, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);

console.log(`start  ${show(start)}   ${cornerError(start, truth).toFixed(2)} px off`);
console.log(`found  ${show(found)}   ${error.toFixed(3)} px off, loss ${search.losses[STEPS].toExponential(2)}`);
console.log(`true   ${show(truth)}`);
console.log(`Pictures and result.json are in ${out}`);
if (error > 1) {
  console.error(`error: not found: the largest corner error is ${error.toFixed(2)} px; try a box with more contrast`);
  process.exit(2);
}
