import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { mersenne } from 'pure-rand/generator/mersenne';
import { prepareFolder, writeInto } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { useBackend } from './backends.js';
import { type DigitReader, plainReader, transformingReader } from './digit-reader.js';
import { digitsPicture } from './digits-picture.js';
import { drawDigits } from './draw-digits.js';
import { readOptions } from './options.js';
import { accuracy, train } from './train.js';

const TEST_DIGITS = 1000;
const SHOWN = 12;

await runCommand(async () => {
  const { backend, steps, seed, out } = readOptions(process.argv);
  await prepareFolder(out, ['digits.png', 'result.json']);
  console.log(`backend ${await useBackend(backend)}; ${steps} steps, seed ${seed}`);

  // No training seed is negative: these digits are new to both readers.
  const test = drawDigits(TEST_DIGITS, mersenne(-1));
  const study = async (name: string, reader: DigitReader) => {
    const began = performance.now();
    const losses = await train(reader, steps, seed);
    const seconds = (performance.now() - began) / 1000;
    const right = await accuracy(reader, test);
    const weights = reader.weights.reduce((sum, { size }) => sum + size, 0);
    console.log(
      `${name.padEnd(7)} a transformer: ${(100 * right).toFixed(1)} % of ${TEST_DIGITS} new digits right; ` +
        `${weights} weights, loss ${losses[losses.length - 1].toFixed(3)}, ${seconds.toFixed(1)} s`,
    );
    return { accuracy: right, weights, seconds, losses };
  };
  const transforming = transformingReader(seed);
  const results = {
    without: await study('without', plainReader(seed)),
    with: await study('with', transforming),
  };

  const some = tf.slice(test.images, 0, SHOWN);
  const picture = await digitsPicture([some, transforming.see(some)]);
  await writeInto(out, async () => {
    await writeFile(join(out, 'digits.png'), await picture.toBuffer());
    await writeFile(join(out, 'result.json'), `${JSON.stringify({ backend, steps, seed, ...results }, null, 2)}\n`);
  });
  console.log(`wrote   ${join(out, 'digits.png')} and result.json`);
});
