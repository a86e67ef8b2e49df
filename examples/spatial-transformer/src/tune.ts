import { isDeepStrictEqual } from 'node:util';
import { InputError } from '../../../commands/input-error.js';
import { SET_NAMES } from './distorted-set.js';
import { CANDIDATES, readTuning, type Tuning, writeTuning } from './learning-rates.js';
import { NET_NAMES } from './nets.js';
import { readDigits } from './read-digits.js';
import { trainPlan } from './train-plan.js';

/** No training that counts has this seed. */
const SEED = 0;

/**
 * Tries every pair of rates for every net, as far as the file in the folder lacks them, on the validation part. Stops when `deadline`
 * is reached, by `performance.now()`.
 */
export async function tune(folder: string, steps: number, deadline: number): Promise<void> {
  const tuning: Tuning = (await readTuning(folder)) ?? { steps, seed: SEED, trials: [] };
  if (tuning.steps !== steps)
    throw new InputError(`${folder} has rates tried over ${tuning.steps} steps, not ${steps}`);
  const digits = { training: await readDigits('training'), validation: await readDigits('validation') };
  for (const set of SET_NAMES) {
    for (const net of NET_NAMES) {
      for (const rates of CANDIDATES) {
        const same = (trial: Tuning['trials'][number]) =>
          isDeepStrictEqual([trial.set, trial.net, trial.rates], [set, net, rates]);
        if (tuning.trials.some(same)) continue;
        const plan = { set, net, seed: SEED, steps, rates };
        const last = await trainPlan(plan, digits, { deadline }, async (_, { curve }) => curve.at(-1));
        if (last === undefined) return;
        const { validationError } = last;
        tuning.trials.push({ set, net, rates, validationError });
        await writeTuning(folder, tuning);
        const percent = (100 * validationError).toFixed(1);
        console.log(`${set} ${net}, ${rates.classifying} and ${rates.locating}: ${percent} % wrong`);
      }
    }
  }
}
