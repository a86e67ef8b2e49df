import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../../commands/input-error.js';
import type { SetName } from './distorted-set.js';
import type { NetName } from './nets.js';
import type { Rates } from './training.js';
import { writeWhole } from './write-whole.js';

/**
 * The rates that are tried for every net, the lowest first. The third pair is slower for what decides where to look: as fast as the classifier, that
 * part may look past every digit within 60 steps, where no gradient leads back from.
 */
export const CANDIDATES: readonly Rates[] = [
  { classifying: 0.001, locating: 0.001 },
  { classifying: 0.003, locating: 0.003 },
  { classifying: 0.01, locating: 0.001 },
];

/** What came of one pair of rates. */
export interface Trial {
  set: SetName;
  net: NetName;
  rates: Rates;
  seed: number;
  steps: number;
  /** How many digits the validation part has, and the share of wrong answers. */
  digits: number;
  validationError: number;
}

const FILE = 'learning-rates.json';

/** What was tried so far, by the file in a folder; nothing, if there is none. */
export async function readTrials(folder: string): Promise<Trial[]> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  return text === undefined ? [] : JSON.parse(text);
}

/** Writes that file. */
export async function writeTrials(folder: string, trials: readonly Trial[]): Promise<void> {
  await writeWhole(join(folder, FILE), `${JSON.stringify(trials, null, 2)}\n`);
}

/**
 * Of the rates that were tried for a net, the lowest ones that erred as little as the best, give or take one standard error: the trials are
 * short, and a long training does with less. Throws an InputError when not all were tried, for equally long.
 */
export function bestRates(trials: readonly Trial[], set: SetName, net: NetName): Rates {
  const tried = trials.filter((trial) => trial.set === set && trial.net === net);
  if (tried.length < CANDIDATES.length || new Set(tried.map(({ steps }) => steps)).size > 1) {
    throw new InputError(
      `${FILE} has not all ${CANDIDATES.length} rates for ${net} on ${set}, equally long; run tune first`,
    );
  }
  const best = Math.min(...tried.map(({ validationError }) => validationError));
  const isAsGood = ({ validationError, digits }: Trial) =>
    validationError <= best + Math.sqrt((best * (1 - best)) / digits);
  return tried.filter(isAsGood).sort((a, b) => a.rates.classifying - b.rates.classifying)[0].rates;
}
