import { placeTable } from '../../../bench/src/gpujs/report/markdown.js';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
import { repository } from '../site.js';
import { fold } from './fold.js';

const REPORT = `${repository}/blob/main/bench/results/gpujs/results.md`;

/** The backends for GPUs beside backend-cpu: a fold per place and workload. What ran on no GPU is said, and has no times. */
export function gpujsBenchmarks({ pace, workloads, node, chromium }: GpujsResults): string {
  const folds = [
    { place: 'Node', laps: node.laps },
    { place: 'Chromium', laps: chromium?.laps ?? [] },
  ].flatMap(({ place, laps }) =>
    workloads.flatMap(({ name, title }) => {
      const own = laps.filter(({ workload }) => workload === name);
      return own.length > 0 ? [fold(`${name}, in ${place}: ${title}`, placeTable(own))] : [];
    }),
  );
  return [
    '## Backends for GPUs',
    chromium
      ? `WebGL ran on ${chromium.renderer ?? 'what the browser does not name'}.`
      : 'No GPU has been timed yet: webgl, webgpu and the GPU modes of gpujs have no times here. What is below are the modes in which gpujs runs where there is no GPU.',
    `In each: how many times as fast as backend-cpu (medians of ${pace.rounds} paired rounds) are the kernels, and all with copies; then milliseconds. [The whole report](${REPORT}) has the curves and every difference.`,
    ...folds,
  ].join('\n\n');
}
