import { LAYERS, type Layer } from '../../../bench/src/protocol.js';
import { absenceTable } from '../../../bench/src/report/absence-table.js';
import { definitions, LAYER_TITLES } from '../../../bench/src/report/definitions.js';
import { machineLine } from '../../../bench/src/report/machine-line.js';
import { memoryTable } from '../../../bench/src/report/memory-table.js';
import { ratioChart } from '../../../bench/src/report/ratio-chart.js';
import { secondRun } from '../../../bench/src/report/second-run.js';
import { sweepChart } from '../../../bench/src/report/sweep-chart.js';
import { sweepTables } from '../../../bench/src/report/sweep-tables.js';
import { takeaway } from '../../../bench/src/report/takeaway.js';
import { targetTable } from '../../../bench/src/report/target-table.js';
import { timeTables, timeTablesLegend } from '../../../bench/src/report/time-tables.js';
import type { Results } from '../../../bench/src/results.js';
import { repository } from '../site.js';
import { type Chart, chart } from './chart.js';
import { fold } from './fold.js';
import { gpujsBenchmarks } from './gpujs-benchmarks.js';
import type { Runs } from './runs.js';
import { sweeps } from './sweeps.js';

/** What pages say where a measurement belongs and there is none. */
export const NO_RESULTS = 'No results are committed yet. `npx -y pnpm bench` on a clone measures on your machine.';

const CHART_LEGEND =
  'A point is a workload. The grey line is the time that all are compared with: what is right of it is faster. Each tick is ten times the one before.';

const WHOLE_REPORT = `${repository}/blob/main/bench/results/workloads/results.md`;

/** The benchmark page below its glance: the worst cells of every mode, then workloads and all peers, and what is behind them. */
export async function benchmarks({ workloads, sweeps: swept, gpujs }: Runs): Promise<Chart> {
  const parts = [
    ...(swept.length > 0 ? [await sweeps(swept)] : []),
    ...(workloads ? [await allPeers(workloads)] : []),
    ...(gpujs ? [{ text: gpujsBenchmarks(gpujs), files: {} }] : []),
    ...(workloads ? [{ text: targets(workloads), files: {} }] : []),
  ];
  if (parts.length === 0) return { text: NO_RESULTS, files: {} };
  return {
    text: parts.map(({ text }) => text).join('\n\n'),
    files: Object.assign({}, ...parts.map(({ files }) => files)),
  };
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
    '## All peers',
    takeaway(results),
    CHART_LEGEND,
    ratios.text,
    ...LAYERS.flatMap((layer) => [
      `## ${LAYER_TITLES[layer]}, one thread`,
      ...(layer === 'operation' ? [timeTablesLegend(results)] : []),
      ...workloadFolds(results, layer, 1),
    ]),
    ...withMoreThreads(results),
    ...(curves
      ? ['## How the cost grows', curves.text, fold('Cost of a call and of a pixel', sweepTables(curvesOf))]
      : []),
    ...(memory.length > 0
      ? ['## Peak memory', fold('64 crops of one photo, and their gradients', memoryTable(memory))]
      : []),
    '## What is measured',
    [`Bilinear with zeros, measured on ${machineLine(machine, seed)}`, ...secondRun(results)].join(' '),
    fold('Workloads, modes, operations and kernels', definitions(results)),
    `Before anything is timed, all results are compared with those of backend-cpu. [The whole report](${WHOLE_REPORT}) has every difference, and who ran in which version.`,
    '## What is absent, and why',
    fold('Why a peer has no number', absenceTable(results)),
  ];
  const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  return { text, files: { ...ratios.files, ...curves?.files } };
}

/** A fold per workload, with a row per peer and a column per mode. */
function workloadFolds(results: Results, layer: Layer, threads: number): string[] {
  return results.workloads.flatMap((workload) => {
    const rows = results.rows.filter(
      (row) => row.layer === layer && row.threads === threads && row.workload === workload.name,
    );
    if (rows.length === 0) return [];
    // The title of the table is that of the fold.
    const [, ...table] = timeTables({ ...results, rows, workloads: [workload] }, layer, threads).split('\n\n');
    return [fold(`${workload.name}: ${workload.title}`, table.join('\n\n'))];
  });
}

function withMoreThreads(results: Results): string[] {
  const counts = [...new Set(results.rows.map(({ threads }) => threads))].filter((threads) => threads > 1);
  return counts.flatMap((threads) => [
    `## With ${threads} threads`,
    `Whole operations, where a peer can use more than one thread. Kernels alone are in [the whole report](${WHOLE_REPORT}).`,
    ...workloadFolds(results, 'operation', threads),
  ]);
}

function targets(results: Results): string {
  const [inShort, table] = targetTable(results).split('\n\n');
  return `## Targets\n\n${inShort}\n\n${fold('Every target, and what was reached', table)}\n`;
}
