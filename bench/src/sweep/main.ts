/** The command: times every mode, padding, layout and number of channels beside PyTorch. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../../commands/input-error.js';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { type Again, compareRatios } from '../again.js';
import { buildCheckout } from '../against/checkout.js';
import { readFirstRun } from '../read-first-run.js';
import { readSweepOptions, type SweepOptions } from './options.js';
import type { SweepResults } from './results.js';
import { runSweep } from './run-sweep.js';
import { summary } from './summary.js';
import { writeSweepReport } from './write-report.js';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

const USAGE = `Usage: pnpm bench --sweep [--against CHECKOUT] [--backend NAME] [--only TEXT] [--rounds N]
                           [--again] [--out DIR]
  --against CHECKOUT  the path of another checkout, with its packages installed, which takes part
  --backend NAME      wasm (default) or cpu
  --only TEXT         the cells whose name contains it, as in '2-D, C 3, NHWC, bicubic' or 'grid gradients'
  --rounds N          how often all take turns (default 5)
  --again             sweeps a second time, and adds how far the two agree
  --out DIR           where the report goes (default bench/results/sweep-BACKEND; of a part bench/out/sweep-BACKEND)
CROPGRAD_PYTHON names a Python with torch.`;

await runCommand(async () => {
  const options = readSweepOptions(USAGE, (backend, isPart) =>
    join(REPOSITORY, 'bench', isPart ? 'out' : 'results', `sweep-${backend}`),
  );
  if (options) await sweep(options);
});

async function sweep({ base, backend, only, rounds, again, out }: SweepOptions): Promise<void> {
  const first: SweepResults | undefined = again ? await readFirstRun(out) : undefined;
  await prepareFolder(out, ['results.json']);
  for (const folder of base === undefined ? [REPOSITORY] : [REPOSITORY, base]) await buildCheckout(folder, backend);
  const results = await runSweep({
    ...{ ours: REPOSITORY, base, backend, rounds },
    wanted: ({ name }) => name.includes(only),
    // Not on stdout: its first line is the result.
    onProgress: (doing) => console.error(doing),
  });
  if (results.cells.length === 0) throw new InputError(`--only: got '${only}', expected a part of a cell's name`);
  await writeSweepReport(first ? { ...first, again: compareSweeps(first, results) } : results, out);
  for (const line of summary(results)) console.log(line);
  console.log(`Wrote results.json, results.md and heat-map.svg to ${out}`);
}

function compareSweeps(first: SweepResults, second: SweepResults): Again {
  const ratios = new Map(second.cells.map(({ name, ours }) => [name, ours.ratio.median]));
  const pairs = first.cells.flatMap(({ name, ours }): [number, number][] => {
    const ratio = ratios.get(name);
    return ratio === undefined ? [] : [[ours.ratio.median, ratio]];
  });
  return compareRatios(pairs);
}
