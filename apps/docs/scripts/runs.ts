import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { GpujsResults } from '../../../bench/src/gpujs/report/results.js';
import type { Results } from '../../../bench/src/results.js';

/** One run of the benchmark, as it is committed. */
export interface Run {
  name: string;
  results: Results;
}

/** Every run in a folder of runs, run-1 and so on, by name; none when the folder is not there. */
export async function readRuns(folder: URL): Promise<Run[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.startsWith('run-')).sort();
  return Promise.all(
    names.map(async (name) => {
      return { name, results: JSON.parse(await readFile(new URL(`${name}/results.json`, folder), 'utf8')) };
    }),
  );
}

/** The run of the benchmark of gpujs; undefined when there is none. */
export async function readGpujsRun(folder: URL): Promise<GpujsResults | undefined> {
  const file = new URL('results.json', folder);
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
}
