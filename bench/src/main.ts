/** The command: runs the benchmark and writes the report. */
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../../commands/prepare-folder.js';
import { runCommand } from '../../commands/run-command.js';
import { compareRuns } from './compare-runs.js';
import { type Options, readOptions } from './options.js';
import { peakMemory } from './peak-memory.js';
import { PEERS } from './peers/all-peers.js';
import { readFirstRun } from './read-first-run.js';
import { writeReport } from './report/write-report.js';
import type { Results } from './results.js';
import type { Pace } from './rounds.js';
import { runBench } from './run-bench.js';
import { ANTIALIASED, SWEEPS, WORKLOADS } from './workloads.js';

const FULL: Pace = { rounds: 7, settleMs: 25, calls: 5, budgetMs: 100, slowMs: 300, warmUpCalls: 40, warmUpMs: 400 };
const QUICK: Pace = { rounds: 5, settleMs: 25, calls: 3, budgetMs: 60, slowMs: 200, warmUpCalls: 40, warmUpMs: 500 };
const SEED = 1;

const ALL = [...WORKLOADS, ...ANTIALIASED];

const USAGE = `Usage: pnpm bench [--quick] [--only WORKLOAD] [--again] [--out DIR]
  --quick          few rounds, one thread, no sweep: for a first look
  --only WORKLOAD  one of ${ALL.map(({ name }) => name).join(', ')}; no sweep
  --again          measures what is there a second time, and adds how far the two agree
  --out DIR        where the report goes (default bench/results/workloads)
  --sweep          every mode, padding, layout and number of channels instead: see --sweep --help
CROPGRAD_PYTHON names a Python with torch, and perhaps pillow and opencv-python; without it, these peers are absent.`;

// The sweep has flags of its own.
if (process.argv.includes('--sweep')) await import('./sweep/main.js');
else
  await runCommand(async () => {
    const options = readOptions(USAGE, fileURLToPath(new URL('../results/workloads', import.meta.url)), ALL);
    if (options) await bench(options);
  });

async function bench({ quick, only, again, out }: Options): Promise<void> {
  const first: Results | undefined = again ? await readFirstRun(out) : undefined;
  await prepareFolder(out, ['results.json']);
  const results = await run(quick, only);
  if (first) await writeReport({ ...first, again: compareRuns(first, results) }, out);
  else await writeReport(results, out);
  console.log(`Wrote results.md, results.json and charts to ${out}`);
}

async function run(quick: boolean, only: string | undefined): Promise<Results> {
  const workloads = ALL.filter(({ name }) => only === undefined || name === only);
  const results = await runBench({
    peers: PEERS,
    workloads,
    sweeps: quick || only !== undefined ? {} : SWEEPS,
    threads: quick ? [1] : [1, 2],
    seed: SEED,
    pace: quick ? QUICK : FULL,
    onProgress: (doing) => console.log(doing),
  });
  if (workloads.some(({ name }) => name === 'many')) {
    console.log('peak memory of many');
    for (const backend of ['cpu', 'wasm'] as const) results.memory.push(await peakMemory(backend));
  }
  return results;
}
