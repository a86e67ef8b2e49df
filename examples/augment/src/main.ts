import '@cropgrad/backend-cpu';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { augmented } from './augment.js';
import type { Batch } from './batch.js';
import { shapes } from './draw-shapes.js';
import { writeSheet } from './write-sheet.js';

const OUT = join(import.meta.dirname, '../out');
const [COUNT, SEED] = [6, 7];

await runCommand(async () => {
  await tf.setBackend('cpu');
  await prepareFolder(OUT, ['batch.png']);
  // tfjs does not say what a batch of something is.
  const batches = shapes(COUNT, SEED).batch(COUNT) as tf.data.Dataset<Batch>;
  const [before] = await batches.toArray();
  const passes = augmented(batches, SEED);
  const [first] = await passes.toArray();
  const [second] = await passes.toArray();
  await writeSheet(join(OUT, 'batch.png'), [before, first, second]);
  console.log(`wrote   ${OUT}`);
});
