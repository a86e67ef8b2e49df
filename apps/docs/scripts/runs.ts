import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
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
