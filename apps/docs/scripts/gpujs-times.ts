import { markdownTable } from 'markdown-table';
import type { Lap } from '../../../bench/src/gpujs/race.js';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
import { median } from '../../../bench/src/statistics.js';

/** What gpujs takes in a browser for kernels and copies, beside cpu there, as a table; and on what WebGL ran. */
export function gpujsTimes({ workloads, chromium }: GpujsResults): string {
  if (!chromium) return '';
  const contenders = [...new Set(chromium.laps.map(({ contender }) => contender))];
  const tasks = [...new Set(chromium.laps.map(({ task }) => task))];
  const entries = workloads.flatMap(({ name, title }) =>
    tasks.map((task, k) => {
      const laps = chromium.laps.filter((lap) => lap.workload === name && lap.task === task);
      const times = contenders.map((contender) => milliseconds(laps.find((lap) => lap.contender === contender)));
      return [k === 0 ? title : '', task, ...times];
    }),
  );
  const table = markdownTable([['what', 'with', ...contenders], ...entries], {
    align: ['l', 'l', ...contenders.map(() => 'r')],
  });
  return `${table}\n\nKernels and copies, in Chromium ${chromium.version}: medians. WebGL ran on ${chromium.renderer}.\n`;
}

function milliseconds(lap: Lap | undefined): string {
  if (!lap) return '';
  const all = median(lap.rounds.map(({ upload, kernel, download }) => upload + kernel + download));
  return `${Number(all.toPrecision(2))} ms`;
}
