/** The command: thumbnails with known truth, found by findCrop and by OpenCV, in one run. */
import '@cropgrad/backend-wasm';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { InputError } from '../../../commands/input-error.js';
import { parseFlags } from '../../../commands/parse-flags.js';
import { prepareFolder, writeInto } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { describeMachine } from '../machine.js';
import { measureSet } from './measure-set.js';
import { startPeers } from './peers.js';
import { readPhotos } from './photo.js';
import { type Row, rowOf, tableOf } from './report.js';
import { SETS } from './sets.js';

const USAGE = `Usage: pnpm bench:find-crop PHOTOS [--quick] [--seed N] [--out DIR]
  PHOTOS    a folder of PNGs and JPEGs
  --quick   a tenth of the thumbnails
  --seed N  which thumbnails (default 808)
  --out DIR where the report goes (default bench/results/register)
CROPGRAD_PYTHON names a Python with opencv-python; without it, OpenCV is absent.`;

await runCommand(async () => {
  const { values, positionals } = parseFlags({
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      quick: { type: 'boolean', default: false },
      seed: { type: 'string', default: '808' },
      out: { type: 'string', default: join(import.meta.dirname, '../../results/register') },
    },
  });
  if (values.help) return console.log(USAGE);
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new InputError(`--seed: got '${values.seed}', expected a whole number`);
  const [photos, ...others] = positionals;
  if (photos === undefined || others.length > 0)
    throw new InputError(`got ${positionals.length} folders, expected one`);
  await bench(photos, values.out, seed, values.quick ? 0.1 : 1);
});

async function bench(folder: string, out: string, seed: number, share: number): Promise<void> {
  const photos = await readPhotos(folder);
  await prepareFolder(out, ['find-crop.json', 'find-crop.md']);
  await setBackend('wasm');
  const peers = startPeers();
  const scratch = await mkdtemp(join(tmpdir(), 'cropgrad-find-crop-'));
  const rows: Row[] = [];
  try {
    for (const [k, set] of SETS.entries()) {
      const count = Math.round(set.count * share);
      const { measured, redrawn } = await measureSet(set, { photos, seed: seed + k, count, peers, folder: scratch });
      rows.push(rowOf(set, measured, redrawn));
      console.log(tableOf(rows.slice(-1)));
    }
  } finally {
    peers?.close();
    await rm(scratch, { recursive: true });
  }
  const settings = {
    seed,
    backend: 'wasm',
    photos: photos.map(({ name, width, height }) => ({ name, width, height })),
  };
  await writeInto(out, async () => {
    await writeFile(
      join(out, 'find-crop.json'),
      `${JSON.stringify({ settings, machine: describeMachine(), rows }, null, 2)}\n`,
    );
    await writeFile(join(out, 'find-crop.md'), `${tableOf(rows)}\n`);
  });
}
