import { isDeepStrictEqual } from 'node:util';
import type { SetName } from './distorted-set.js';
import { CANDIDATES, readTrials, type Trial, writeTrials } from './learning-rates.js';
import type { NetName } from './nets.js';
import { readDigits } from './read-digits.js';
import { trainPlan } from './train-plan.js';

/** No training that counts has this seed. */
const SEED = 0;

/** Which rates are tried, where the file goes, and when to stop, by `performance.now()`. */
export interface Tuning {
  sets: readonly SetName[];
  nets: readonly NetName[];
  steps: number;
  out: string;
  deadline: number;
}

/** Tries every pair of rates for every net, over so many steps, as far as the file lacks them; shorter and longer trials are replaced. */
export async function tune({ sets, nets, steps, out, deadline }: Tuning): Promise<void> {
  const digits = { training: await readDigits('training'), validation: await readDigits('validation') };
  for (const set of sets) {
    for (const net of nets) {
      for (const rates of CANDIDATES) {
        const trials = await readTrials(out);
        const isSame = (trial: Trial) => isDeepStrictEqual([trial.set, trial.net, trial.rates], [set, net, rates]);
        if (trials.some((trial) => isSame(trial) && trial.steps === steps)) continue;
        const plan = { set, net, rates, seed: SEED, steps };
        const last = await trainPlan(plan, digits, { deadline }, async (_, { curve }) => curve.at(-1));
        if (last === undefined) return;
        const { validationError } = last;
        const trial = { ...plan, digits: digits.validation.labels.length, validationError };
        await writeTrials(out, [...trials.filter((other) => !isSame(other)), trial]);
        const percent = (100 * validationError).toFixed(1);
        console.log(`${set} ${net}, ${rates.classifying} and ${rates.locating}: ${percent} % wrong`);
      }
    }
  }
}
