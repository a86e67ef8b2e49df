import type { Lap } from '../../../bench/src/gpujs/race.js';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
import { significant } from '../../../bench/src/report/significant.js';
import { median } from '../../../bench/src/statistics.js';
import { timesTable } from './times-table.js';
import { workloadWords } from './workload-words.js';

/** What pages say where a time on a GPU belongs and there is none. */
const NO_GPU = 'It has not been measured on a GPU yet.\n';

/** What gpujs takes in a browser for kernels and copies, beside cpu there: on what WebGL ran, and a table. */
export function gpujsTimes({ workloads, chromium }: GpujsResults): string {
  if (!chromium) return NO_GPU;
  const { laps, renderer, version } = chromium;
  const contenders = [...new Set(laps.map(({ contender }) => contender))];
  const tasks = [...new Set(laps.map(({ task }) => task))];
  const groups = workloads.map((workload) => ({
    title: workloadWords(workload),
    rows: tasks.map((task) => {
      const own = laps.filter((lap) => lap.workload === workload.name && lap.task === task);
      return {
        name: task,
        times: contenders.map((contender) => milliseconds(own.find((lap) => lap.contender === contender))),
      };
    }),
  }));
  const table = timesTable(
    contenders.map((name) => name.replace(/^(cropgrad|gpujs) /, '')),
    groups,
  );
  const what = `Kernels and copies in Chromium ${version.split('.')[0]}, medians: backend-cpu, and gpujs in its modes.`;
  return `WebGL ran on ${renderer ?? 'what the browser does not name'}.\n\n${what}\n\n${table}\n`;
}

function milliseconds(lap: Lap | undefined): string {
  if (!lap) return '';
  return significant(median(lap.rounds.map(({ upload, kernel, download }) => upload + kernel + download)), 2);
}
