import { LAYERS } from '../../../bench/src/protocol.js';
import { absenceTable } from '../../../bench/src/report/absence-table.js';
import { agreementTable } from '../../../bench/src/report/agreement-table.js';
import { definitions, LAYER_TITLES } from '../../../bench/src/report/definitions.js';
import { machineLine } from '../../../bench/src/report/machine-line.js';
import { memoryTable } from '../../../bench/src/report/memory-table.js';
import { peerTable } from '../../../bench/src/report/peer-table.js';
import { ratioChart } from '../../../bench/src/report/ratio-chart.js';
import { sweepChart } from '../../../bench/src/report/sweep-chart.js';
import { sweepTables } from '../../../bench/src/report/sweep-tables.js';
import { takeaway } from '../../../bench/src/report/takeaway.js';
import { targetTable } from '../../../bench/src/report/target-table.js';
import { timeTables, timeTablesLegend } from '../../../bench/src/report/time-tables.js';
import type { Results } from '../../../bench/src/results.js';
import { repository } from '../site.js';
import { type Chart, chart } from './chart.js';
import type { Run } from './runs.js';
import { twoRuns } from './two-runs.js';

/** What pages say where a measurement belongs and there is none. */
export const NO_RESULTS = 'No results are committed yet. `npx -y pnpm bench` on a clone measures on your machine.';

const CHART_LEGEND =
  'A point is a workload. The grey line is the time that all are compared with: what is right of it is faster. Each tick is ten times the one before.';

/**
 * The benchmark page below its introduction: the newest run, and folded the one before it, to show how far two agree.
 * What others measured stands above the targets, which are for few.
 */
export async function benchmarks(runs: readonly Run[], others: Chart = { text: '', files: {} }): Promise<Chart> {
  const [newest, before] = [...runs].reverse();
  if (!newest) return { text: `${NO_RESULTS}\n\n${others.text}`, files: others.files };
  const { results } = newest;
  const { machine, seed, sweeps, memory, baseline } = results;
  const alt = `How many times as fast as ${baseline} each peer is, by mode and workload`;
  const ratios = await chart('ratios', alt, (frame) => ratioChart(results, frame));
  const curves =
    sweeps.length === 0
      ? undefined
      : await chart('sweep', 'Time by the size and by the number of crops', (frame) => sweepChart(sweeps, frame));
  const sections = [
    `Measured on ${machineLine(machine, seed)}`,
    '## In short',
    takeaway(results),
    '## What is measured',
    definitions(results),
    ...LAYERS.flatMap((layer) => [
      `## ${LAYER_TITLES[layer]}, one thread`,
      ...(layer === 'operation' ? [CHART_LEGEND, ratios.text, timeTablesLegend(results)] : []),
      timeTables(results, layer, 1),
    ]),
    ...withMoreThreads(results),
    ...(curves ? ['## How the cost grows', curves.text, sweepTables(sweeps)] : []),
    ...(memory.length > 0 ? ['## Peak memory', memoryTable(memory)] : []),
    '## What is absent, and why',
    absenceTable(results),
    ...(before ? sameAgain(newest, before) : []),
    '## Agreement and versions',
    folded('Every difference, and what is allowed', agreementTable(results)),
    folded('Who ran, in which version', peerTable(results)),
    others.text,
    '## Targets',
    targetTable(results),
  ];
  const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  return { text, files: { ...ratios.files, ...curves?.files, ...others.files } };
}

function withMoreThreads(results: Results): string[] {
  const counts = [...new Set(results.rows.map(({ threads }) => threads))].filter((threads) => threads > 1);
  return counts.flatMap((threads) => [
    `## With ${threads} threads`,
    ...LAYERS.map((layer) => folded(`${LAYER_TITLES[layer]}, ${threads} threads`, timeTables(results, layer, threads))),
  ]);
}

function sameAgain(newest: Run, { name, results }: Run): string[] {
  return [
    '## The same again',
    `All of this was measured twice, and the tables above are of the later time. The two times agree as far as this table says: how far apart the same ratio to ${results.baseline} is, on one thread. Take no ratio for more exact than that. The machine is shared with others, and whole operations make fresh memory on every call, so they vary more than kernels.`,
    twoRuns(newest.results, results),
    ...LAYERS.map((layer) => folded(`${LAYER_TITLES[layer]}, the time before`, timeTables(results, layer, 1))),
    `[All that the time before has found](${repository}/blob/main/bench/results/${name}/results.md); it ran on ${machineLine(results.machine, results.seed)}`,
  ];
}

/** What is long and for few: it opens on a click. */
function folded(title: string, content: string): string {
  return `::: details ${title}\n\n${content}\n\n:::`;
}
