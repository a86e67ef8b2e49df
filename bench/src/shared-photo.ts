/**
 * Peak memory of 64 crops of 224 × 224 from one 1080p photo, forward and backward to the photo and the boxes, in a
 * process of its own: shared-photo.ts [cpu | wasm] [--json]. A photo per crop would be 64 × 24.9 MB; the crops share
 * one, and so do its gradients.
 */
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { InputError } from '../../commands/input-error.js';
import { parseFlags } from '../../commands/parse-flags.js';
import { runCommand } from '../../commands/run-command.js';
import type { Memory } from './results.js';

const BACKENDS: Readonly<Record<string, () => Promise<unknown>>> = {
  cpu: () => import('@cropgrad/backend-cpu'),
  wasm: () => import('@cropgrad/backend-wasm'),
};
const CROPS = 64;
const inMegabytes = (bytes: number): number => Number((bytes / 1e6).toFixed(1));
/** The process's highest resident memory so far; Node reports kilobytes. */
const peakRss = (): number => process.resourceUsage().maxRSS * 1024;

await runCommand(async () => {
  const { values, positionals } = parseFlags({ options: { json: { type: 'boolean' } }, allowPositionals: true });
  const [backend = 'cpu', ...others] = positionals;
  if (!Object.hasOwn(BACKENDS, backend) || others.length > 0) {
    throw new InputError(`got '${positionals.join(' ')}', expected one of ${Object.keys(BACKENDS).join(', ')}`);
  }
  await BACKENDS[backend]();
  await tf.setBackend(backend);
  const memory = await measure(backend);
  if (values.json) console.log(JSON.stringify(memory));
  else console.table(memory);
});

async function measure(backend: string): Promise<Memory> {
  const photo = tf.randomUniform<tf.Rank.R4>([1, 1080, 1920, 3], 0, 1, 'float32', 1);
  const boxes = tf.tensor2d(Array.from({ length: CROPS }, (_, n) => [-1 + n / CROPS, -1, n / CROPS, 0.5]));
  const dy = tf.ones([CROPS, 224, 224, 3]);
  const residentWithInputs = inMegabytes(peakRss());

  const f = (i: tf.Tensor, b: tf.Tensor): tf.Tensor => crop(i as tf.Tensor4D, b as tf.Tensor2D, [224, 224]);
  const { peakBytes } = await tf.profile(() => tf.tidy(() => void tf.grads(f)([photo, boxes], dy)));

  return {
    backend,
    photo: inMegabytes(photo.size * 4),
    onePhotoPerCrop: inMegabytes(CROPS * photo.size * 4),
    cropsAndTheirGradient: inMegabytes(2 * dy.size * 4),
    peakInTensors: inMegabytes(peakBytes),
    peakResident: inMegabytes(peakRss()),
    residentWithInputs,
  };
}
