/** The command: thumbnails with known truth, found by findCrop and by OpenCV, in one run. */
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../../commands/input-error.js';
import { parseFlags } from '../../../commands/parse-flags.js';
import { prepareFolder, writeInto } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { describeMachine } from '../machine.js';
import type { measureSet } from './measure-set.js';
import { readPhotos } from './photo.js';
import { type Row, rowOf, tableOf } from './report.js';
import type { SetTask } from './set-process.js';
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
  const rows: Row[] = [];
  const waiting = [...SETS.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [k, set] = next;
      const count = Math.round(set.count * share);
      const { measured, redrawn } = await inProcess({ set, photos: folder, seed: seed + k, count });
      rows[k] = rowOf(set, measured, redrawn);
      console.log(tableOf([rows[k]]));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  const settings = {
    seed,
    backend: 'wasm',
    photos: photos.map(({ name, width, height }) => ({ name, width, height })),
  };
  const report = { settings, machine: describeMachine(), rows };
  await writeInto(out, async () => {
    await writeFile(join(out, 'find-crop.json'), `${JSON.stringify(report, null, 2)}\n`);
    await writeFile(join(out, 'find-crop.md'), `${tableOf(rows)}\n`);
  });
}

/** Each set in a process of its own, as many at a time as there are cores; what is timed is a process's own CPU time. */
function inProcess(task: SetTask): ReturnType<typeof measureSet> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./set-process.ts', import.meta.url)));
    child.once('message', (measured: Awaited<ReturnType<typeof measureSet>>) => resolve(measured));
    child.once('exit', (code) => reject(new Error(`${task.set.name} ended with ${code}`)));
    child.send(task);
  });
}
