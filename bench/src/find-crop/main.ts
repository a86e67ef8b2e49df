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
import { resultsJson, rounded } from '../results-json.js';
import type { measureSet } from './measure-set.js';
import { readPhotos } from './photo.js';
import { type Row, rowOf, tableOf } from './report.js';
import type { SetTask } from './set-process.js';
import { SETS } from './sets.js';

const USAGE = `Usage: pnpm bench:find-crop PHOTOS [--quick] [--seed N] [--jobs N] [--out DIR]
  PHOTOS    a folder of PNGs and JPEGs
  --quick   a tenth of the thumbnails
  --seed N  which thumbnails (default 909)
  --jobs N  how many sets are measured at a time (default: as many as there are cores)
  --out DIR where the report goes (default bench/results/register)
CROPGRAD_PYTHON names a Python with opencv-python; without it, OpenCV is absent.`;

/** What {@link bench} is told. */
interface BenchOptions {
  folder: string;
  out: string;
  seed: number;
  jobs: number;
  /** How much of each set. */
  share: number;
}

await runCommand(async () => {
  const { values, positionals } = parseFlags({
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      quick: { type: 'boolean', default: false },
      seed: { type: 'string', default: '909' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      out: { type: 'string', default: join(import.meta.dirname, '../../results/register') },
    },
  });
  if (values.help) return console.log(USAGE);
  const [seed, jobs] = [whole('seed', values.seed, 0), whole('jobs', values.jobs, 1)];
  const [photos, ...others] = positionals;
  if (photos === undefined || others.length > 0)
    throw new InputError(`got ${positionals.length} folders, expected one`);
  await bench({ folder: photos, out: values.out, seed, jobs, share: values.quick ? 0.1 : 1 });
});

/** A flag's whole number. */
function whole(name: string, value: string, least: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least) return number;
  throw new InputError(`--${name}: got '${value}', expected a whole number from ${least} on`);
}

async function bench({ folder, out, seed, jobs, share }: BenchOptions): Promise<void> {
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
  await Promise.all(Array.from({ length: jobs }, lane));
  const settings = {
    seed,
    backend: 'wasm',
    photos: photos.map(({ name, width, height }) => ({ name, width, height })),
  };
  const report = { settings, machine: describeMachine(), rows };
  await writeInto(out, async () => {
    await writeFile(join(out, 'find-crop.json'), resultsJson(rounded(report)));
    await writeFile(join(out, 'find-crop.md'), `${tableOf(rows)}\n`);
  });
}

/** Measures a set in a process of its own: what is timed is a process's own CPU time. */
function inProcess(task: SetTask): ReturnType<typeof measureSet> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./set-process.ts', import.meta.url)));
    child.once('message', (measured: Awaited<ReturnType<typeof measureSet>>) => resolve(measured));
    child.once('exit', (code) => reject(new Error(`${task.set.name} ended with ${code}`)));
    child.send(task);
  });
}
