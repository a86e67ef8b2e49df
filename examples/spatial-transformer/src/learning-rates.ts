import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../../commands/input-error.js';
import type { SetName } from './distorted-set.js';
import type { NetName } from './nets.js';
import type { Rates } from './training.js';
import { writeWhole } from './write-whole.js';

/**
 * The rates that are tried for every net. The third pair is slower for what decides where to look: as fast as the classifier, that
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
  /** The share of wrong answers on the validation part. */
  validationError: number;
}

/** What was tried, and how long each training was. */
export interface Tuning {
  steps: number;
  seed: number;
  trials: Trial[];
}

const FILE = 'learning-rates.json';

/** What was tried so far, by the file in a folder; nothing, if there is none. */
export async function readTuning(folder: string): Promise<Tuning | undefined> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Writes that file. */
export async function writeTuning(folder: string, tuning: Tuning): Promise<void> {
  await writeWhole(join(folder, FILE), `${JSON.stringify(tuning, null, 2)}\n`);
}

/** Of the rates that were tried for a net, those that erred least. Throws an InputError when not all were tried. */
export function bestRates(tuning: Tuning | undefined, set: SetName, net: NetName): Rates {
  const tried = tuning?.trials.filter((trial) => trial.set === set && trial.net === net) ?? [];
  if (tried.length < CANDIDATES.length) {
    throw new InputError(
      `${FILE} has ${tried.length} of ${CANDIDATES.length} rates for ${net} on ${set}; run tune first`,
    );
  }
  return tried.reduce((best, trial) => (trial.validationError < best.validationError ? trial : best)).rates;
}
