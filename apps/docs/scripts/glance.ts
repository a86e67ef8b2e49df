import { markdownTable } from 'markdown-table';
import { CPU } from '../../../bench/src/gpujs/contender.js';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
import { significant } from '../../../bench/src/report/significant.js';
import { isSoftware } from '../../../bench/src/report/software-renderers.js';
import { ratiosOf } from '../../../bench/src/report/takeaway.js';
import type { Results } from '../../../bench/src/results.js';
import { median } from '../../../bench/src/statistics.js';
import type { ConformanceReport } from './conformance-reports.js';
import type { Runs } from './runs.js';

const NO_TIME = 'no time yet: no GPU';

/** Which backend, how fast, what fails: a line per backend, the fastest first, and those without a time last. */
export function glance({ workloads, gpujs }: Runs, reports: readonly ConformanceReport[]): string {
  const rows = reports.map(({ tfBackend, passed, failed, where }) => {
    const besidePyTorch =
      workloads && middle(ratiosOf(workloads, 'operation', `cropgrad ${tfBackend}`, workloads.baseline));
    return {
      tfBackend,
      order: besidePyTorch ?? 0,
      fails: failed === 0 ? `nothing, of ${passed}` : `**${failed}**, of ${passed + failed}`,
      speed: besidePyTorch ? `${times(besidePyTorch)} PyTorch` : (besideCpu(gpujs, tfBackend) ?? NO_TIME),
      where: placeOf(where),
    };
  });
  rows.sort((a, b) => b.order - a.order);
  return [
    markdownTable([
      ['backend', 'speed', 'fails', 'checked on'],
      ...rows.map(({ tfBackend, speed, fails, where }) => [`**${tfBackend}**`, speed, fails, where]),
    ]),
    speedInWords(workloads),
  ].join('\n\n');
}

/** What a run of the suite says of where it was, in short. */
function placeOf(where: string): string {
  if (isSoftware(where)) return 'software in place of a GPU';
  return / on /.test(where) ? 'GPU' : 'CPU';
}

function speedInWords(workloads: Results | undefined): string {
  const measured = workloads
    ? `Speed is the median of whole operations on one thread of ${workloads.machine.cpu}: as many times as fast as PyTorch ([all of them](/benchmarks#all-peers)). `
    : '';
  return `${measured}No times of a GPU are here, as none was at hand: what a program computes in its place says nothing about its speed.`;
}

/** How many times as fast as backend-cpu a backend is, with its copies, where it ran: on a GPU, or else without one. */
function besideCpu(gpujs: GpujsResults | undefined, tfBackend: string): string | undefined {
  const onGpu = middle(ratios(gpujs?.chromium?.laps ?? [], tfBackend === 'gpujs' ? 'gpujs webgl2' : tfBackend));
  if (onGpu !== undefined) return `${times(onGpu)} cpu`;
  const without = tfBackend === 'gpujs' ? middle(ratios(gpujs?.node.laps ?? [], 'gpujs webasm')) : undefined;
  return without === undefined ? undefined : `${times(without)} cpu, without a GPU`;
}

function ratios(laps: GpujsResults['node']['laps'], contender: string): number[] {
  const took = ({ rounds }: (typeof laps)[number]): number =>
    median(rounds.map(({ upload, kernel, download }) => upload + kernel + download));
  return laps
    .filter((lap) => lap.contender === contender)
    .flatMap((lap) => {
      const cpu = laps.find((one) => one.contender === CPU && one.task === lap.task && one.workload === lap.workload);
      return cpu ? [took(cpu) / took(lap)] : [];
    });
}

function middle(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : median([...values]);
}

function times(ratio: number): string {
  return `**${significant(ratio, 2)} ×**`;
}
