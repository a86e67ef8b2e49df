import '@cropgrad/backend-wasm';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { drawAnimation, drawStrip } from './draw.js';
import { openPhoto } from './open-photo.js';
import { shakeOf } from './shake.js';
import { shakySequence } from './shaky-sequence.js';
import { steadied } from './steady.js';

const OUT = join(import.meta.dirname, '../out');

await runCommand(async () => {
  await tf.setBackend('wasm');
  await prepareFolder(OUT, ['shaky.webp', 'steady.webp', 'strip.webp', 'result.json']);
  const { frames, truth } = await shakySequence(await openPhoto());
  const steady = await steadied(frames);
  const result = { before: await shakeOf(truth), after: await shakeOf(composeTheta(truth, steady.theta)) };
  console.log(`shake before: ${result.before.toFixed(1)} px`);
  console.log(`shake after:  ${result.after.toFixed(1)} px`);
  await drawAnimation(join(OUT, 'shaky.webp'), frames);
  await drawAnimation(join(OUT, 'steady.webp'), steady.frames);
  await drawStrip(join(OUT, 'strip.webp'), [frames, steady.frames]);
  await writeFile(join(OUT, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  console.log(`wrote   ${OUT}`);
});
