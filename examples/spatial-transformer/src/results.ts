import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../../commands/input-error.js';
import type { Spread } from './pose.js';
import type { Plan } from './training.js';

/** How a training stood after a step. */
export interface CurvePoint {
  step: number;
  /** The mean loss of the steps since the point before. */
  loss: number;
  /** The share of wrong answers on the validation part. */
  validationError: number;
}

/** What came out of one training. */
export interface RunResult extends Plan {
  batch: number;
  /** How many numbers are learned. */
  weights: number;
  /** Of work, on one thread of a machine that may have been busy. */
  seconds: number;
  curve: CurvePoint[];
  test: {
    /** How often each test digit was distorted anew and read. */
    rounds: number;
    /** The share of wrong answers. */
    error: number;
    /** In how many rounds each test digit was read wrongly: a figure for each. */
    wrong: string;
    /** Views without anything to see, of all. */
    blankViews: number;
    mirroredViews: number;
    /** How differently the digits lie on the canvases, and in what the classifier sees. */
    given: Spread;
    seen: Spread;
  };
}

/** Where the results of the repository are. */
export const RESULTS: string = join(import.meta.dirname, '../results');

/** What a training is called in names of files. */
export function nameOf({ set, net, seed }: Pick<Plan, 'set' | 'net' | 'seed'>): string {
  return `${set}-${net}-${seed}`;
}

/** All results in a folder. Throws an InputError when they are of different lengths: they say nothing about each other. */
export async function readResults(folder: string): Promise<RunResult[]> {
  const files = await readdir(folder).catch(() => []);
  const runs = files.filter((file) => /^[A-Z]+-.+-\d+\.json$/.test(file)).sort();
  const results: RunResult[] = await Promise.all(
    runs.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'))),
  );
  const lengths = [...new Set(results.map(({ steps }) => steps))];
  if (lengths.length > 1) throw new InputError(`${folder} has results of ${lengths.join(' and ')} steps side by side`);
  return results;
}
