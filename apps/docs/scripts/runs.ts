import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
import { isSoftware } from '../../../bench/src/report/software-renderers.js';
import type { Results } from '../../../bench/src/results.js';
import type { SweepResults } from '../../../bench/src/sweep/results.js';

/** What is committed in bench/results and shown here; what is not there is undefined. */
export interface Runs {
  workloads: Results | undefined;
  /** One per backend, the fastest first. */
  sweeps: SweepResults[];
  gpujs: GpujsResults | undefined;
}

const SWEPT = ['sweep-wasm', 'sweep-cpu'];

/** Reads the runs in a folder. What ran on a program that stands in for a GPU stays there: it says nothing about a GPU. */
export async function readRuns(folder: URL): Promise<Runs> {
  const sweeps = await Promise.all(SWEPT.map((name) => readRun<SweepResults>(folder, name)));
  const gpujs = await readRun<GpujsResults>(folder, 'gpujs');
  return {
    workloads: await readRun<Results>(folder, 'workloads'),
    sweeps: sweeps.filter((sweep) => sweep !== undefined),
    gpujs: gpujs && onGpuOnly(gpujs),
  };
}

/** Without what WebGL or WebGPU computed on something else than a GPU, and in Node, where nobody says on what. */
export function onGpuOnly({ node, chromium, ...rest }: GpujsResults): GpujsResults {
  const onCpu = <T extends { contender: string }>(ones: readonly T[]): T[] =>
    ones.filter(({ contender }) => contender !== 'gpujs headlessgl');
  return {
    ...rest,
    node: { ...node, laps: onCpu(node.laps), curve: onCpu(node.curve) },
    chromium: isSoftware(chromium?.renderer) || isSoftware(chromium?.adapter) ? undefined : chromium,
  };
}

async function readRun<T>(folder: URL, name: string): Promise<T | undefined> {
  const file = new URL(`${name}/results.json`, folder);
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
}
