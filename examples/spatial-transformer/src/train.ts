import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SET_NAMES, type SetName } from './distorted-set.js';
import { bestRates, type Trial } from './learning-rates.js';
import { hasTransformer, NET_NAMES, type NetName } from './nets.js';
import { readDigits } from './read-digits.js';
import { nameOf, type RunResult } from './results.js';
import { runResult } from './run-result.js';
import { trainPlan } from './train-plan.js';
import type { Plan } from './training.js';
import { viewsPicture } from './views-picture.js';
import { writeWhole } from './write-whole.js';

/** What is to be trained, where results go, and when to stop, by `performance.now()`. */
export interface Work {
  sets: readonly SetName[];
  nets: readonly NetName[];
  seeds: readonly number[];
  steps: number;
  out: string;
  checkpoints: string;
  deadline: number;
}

/**
 * Trains whatever has no result of so many steps in the folder `out` yet, one net after the other; all nets of a seed come before
 * the next seed. Gives back the results of all that was asked for, as far as they are there when it ends.
 */
export async function train(work: Work, trials: readonly Trial[]): Promise<RunResult[]> {
  const digits = {
    training: await readDigits('training'),
    validation: await readDigits('validation'),
    test: await readDigits('test'),
  };
  const results: RunResult[] = [];
  for (const plan of plansOf(work, trials)) {
    const path = join(work.out, nameOf(plan));
    const there = await resultIn(`${path}.json`, plan.steps);
    if (there) results.push(there);
    if (there || performance.now() > work.deadline) continue;
    console.log(`${nameOf(plan)}: ${plan.steps} steps at ${plan.rates.classifying} and ${plan.rates.locating}`);
    const course = {
      checkpoint: join(work.checkpoints, `${nameOf(plan)}.json`),
      deadline: work.deadline,
      onPoint: ({ step, loss, validationError }: RunResult['curve'][number]) =>
        console.log(
          `  step ${step}: loss ${loss.toFixed(3)}, ${percent(validationError)} of the validation part wrong`,
        ),
    };
    const result = await trainPlan(plan, digits, course, async (net, progress) => {
      if (hasTransformer(plan.net)) {
        await writeWhole(`${path}.png`, await (await viewsPicture(net, plan.set, digits.test)).toBuffer());
      }
      return runResult(plan, net, digits.test, progress);
    });
    if (result === undefined) continue;
    await writeWhole(`${path}.json`, `${JSON.stringify(result, null, 2)}\n`);
    console.log(`  ${percent(result.test.error)} of the test part wrong, ${result.test.blankViews} blank views`);
    results.push(result);
  }
  return results;
}

function plansOf({ sets, nets, seeds, steps }: Work, trials: readonly Trial[]): Plan[] {
  return seeds.flatMap((seed) =>
    SET_NAMES.filter((set) => sets.includes(set)).flatMap((set) =>
      NET_NAMES.filter((net) => nets.includes(net)).map((net) => ({
        set,
        net,
        seed,
        steps,
        rates: bestRates(trials, set, net),
      })),
    ),
  );
}

async function resultIn(path: string, steps: number): Promise<RunResult | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const result: RunResult | undefined = text === undefined ? undefined : JSON.parse(text);
  return result?.steps === steps ? result : undefined;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
