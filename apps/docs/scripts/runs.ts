import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
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

/** Reads the runs in a folder. */
export async function readRuns(folder: URL): Promise<Runs> {
  const sweeps = await Promise.all(SWEPT.map((name) => readRun<SweepResults>(folder, name)));
  return {
    workloads: await readRun<Results>(folder, 'workloads'),
    sweeps: sweeps.filter((sweep) => sweep !== undefined),
    gpujs: await readRun<GpujsResults>(folder, 'gpujs'),
  };
}

async function readRun<T>(folder: URL, name: string): Promise<T | undefined> {
  const file = new URL(`${name}/results.json`, folder);
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
}
