import { LAYERS } from '../protocol.js';
import type { Results } from '../results.js';
import { absenceTable } from './absence-table.js';
import { agreementTable } from './agreement-table.js';
import { definitions, LAYER_TITLES } from './definitions.js';
import { machineLine } from './machine-line.js';
import { memoryTable } from './memory-table.js';
import { peerTable } from './peer-table.js';
import { secondRun } from './second-run.js';
import { sweepTables } from './sweep-tables.js';
import { takeaway } from './takeaway.js';
import { targetTable } from './target-table.js';
import { timeTables, timeTablesLegend } from './time-tables.js';

/** The results as a page: the gist, what names mean, times, and then what is behind them. */
export function toMarkdown(results: Results): string {
  const { machine, seed, sweeps, memory } = results;
  const threads = [...new Set(results.rows.map((row) => row.threads))];
  const sections = [
    '# Results',
    [machineLine(machine, seed), ...secondRun(results)].join(' '),
    takeaway(results),
    '## What is measured',
    definitions(results),
    timeTablesLegend(results),
    ...threads.flatMap((count) =>
      LAYERS.flatMap((layer) => [
        `## ${LAYER_TITLES[layer]}, ${count} thread${count === 1 ? '' : 's'}`,
        timeTables(results, layer, count),
      ]),
    ),
    ...(sweeps.length > 0 ? ['## How the cost grows', sweepTables(sweeps)] : []),
    ...(memory.length > 0 ? ['## Peak memory', memoryTable(memory)] : []),
    '## What is absent, and why',
    absenceTable(results),
    '## Agreement',
    agreementTable(results),
    '## Who ran',
    peerTable(results),
    '## Targets',
    targetTable(results),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
