import { LAYERS } from '../../../bench/src/protocol.js';
import { absenceTable } from '../../../bench/src/report/absence-table.js';
import { agreementTable } from '../../../bench/src/report/agreement-table.js';
import { definitions, LAYER_TITLES } from '../../../bench/src/report/definitions.js';
import { machineLine } from '../../../bench/src/report/machine-line.js';
import { memoryTable } from '../../../bench/src/report/memory-table.js';
import { peerTable } from '../../../bench/src/report/peer-table.js';
import { ratioChart } from '../../../bench/src/report/ratio-chart.js';
import { secondRun } from '../../../bench/src/report/second-run.js';
import { sweepChart } from '../../../bench/src/report/sweep-chart.js';
import { sweepTables } from '../../../bench/src/report/sweep-tables.js';
import { takeaway } from '../../../bench/src/report/takeaway.js';
import { targetTable } from '../../../bench/src/report/target-table.js';
import { timeTables, timeTablesLegend } from '../../../bench/src/report/time-tables.js';
import type { Results } from '../../../bench/src/results.js';
import type { SweepResults } from '../../../bench/src/sweep/results.js';
import { type Chart, chart } from './chart.js';
import { gpujsBenchmarks } from './gpujs-benchmarks.js';
import type { Runs } from './runs.js';
import { sweeps } from './sweeps.js';

/** What pages say where a measurement belongs and there is none. */
export const NO_RESULTS = 'No results are committed yet. `npx -y pnpm bench` on a clone measures on your machine.';

const CHART_LEGEND =
  'A point is a workload. The grey line is the time that all are compared with: what is right of it is faster. Each tick is ten times the one before.';

/** The benchmark page below its introduction: every mode first, the worst on top, and then workloads and all peers. */
export async function benchmarks({ workloads, sweeps: swept, gpujs }: Runs): Promise<Chart> {
  const parts = [
    ...(swept.length > 0 ? [await everyMode(swept)] : []),
    ...(workloads ? [await allPeers(workloads)] : []),
    ...(gpujs ? [await gpujsBenchmarks(gpujs)] : []),
    ...(workloads ? [{ text: `## Targets\n\n${targetTable(workloads)}\n`, files: {} }] : []),
  ];
  if (parts.length === 0) return { text: NO_RESULTS, files: {} };
  return {
    text: parts.map(({ text }) => text).join('\n\n'),
    files: Object.assign({}, ...parts.map(({ files }) => files)),
  };
}

const EVERY_MODE =
  'One crop each of four images (one of 64 channels), 2-D from 112² to 64² and 3-D from 28³ to 16³, with 1 to 64 channels, in each mode and padding that PyTorch has, in both layouts. A ratio below 1 is slower than PyTorch.';

async function everyMode(swept: readonly SweepResults[]): Promise<Chart> {
  const { text, files } = await sweeps(swept);
  return { text: ['## Every mode, the worst first', EVERY_MODE, text].join('\n\n'), files };
}

async function allPeers(results: Results): Promise<Chart> {
  const { machine, seed, sweeps: curvesOf, memory, baseline } = results;
  const alt = `How many times as fast as ${baseline} each peer is, by mode and workload`;
  const ratios = await chart('ratios', alt, (frame) => ratioChart(results, frame));
  const curves =
    curvesOf.length === 0
      ? undefined
      : await chart('sweep', 'Time by the size and by the number of crops', (frame) => sweepChart(curvesOf, frame));
  const sections = [
    '## All peers, in short',
    [`Bilinear with zeros, measured on ${machineLine(machine, seed)}`, ...secondRun(results)].join(' '),
    takeaway(results),
    '## What is measured',
    definitions(results),
    ...LAYERS.flatMap((layer) => [
      `## ${LAYER_TITLES[layer]}, one thread`,
      ...(layer === 'operation' ? [CHART_LEGEND, ratios.text, timeTablesLegend(results)] : []),
      timeTables(results, layer, 1),
    ]),
    ...withMoreThreads(results),
    ...(curves ? ['## How the cost grows', curves.text, sweepTables(curvesOf)] : []),
    ...(memory.length > 0 ? ['## Peak memory', memoryTable(memory)] : []),
    '## What is absent, and why',
    absenceTable(results),
    '## Agreement and versions',
    folded('Every difference, and what is allowed', agreementTable(results)),
    folded('Who ran, in which version', peerTable(results)),
  ];
  const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  return { text, files: { ...ratios.files, ...curves?.files } };
}

function withMoreThreads(results: Results): string[] {
  const counts = [...new Set(results.rows.map(({ threads }) => threads))].filter((threads) => threads > 1);
  return counts.flatMap((threads) => [
    `## With ${threads} threads`,
    ...LAYERS.map((layer) => folded(`${LAYER_TITLES[layer]}, ${threads} threads`, timeTables(results, layer, threads))),
  ]);
}

/** What is long and for few: it opens on a click. */
function folded(title: string, content: string): string {
  return `::: details ${title}\n\n${content}\n\n:::`;
}
