import type { Progress } from './checkpoint.js';
import { evaluate } from './evaluate.js';
import type { Net } from './nets.js';
import { spreadOf } from './pose.js';
import type { Digits } from './read-digits.js';
import type { RunResult } from './results.js';
import { BATCH, type Plan } from './training.js';

const TEST_ROUNDS = 5;

/** Has a trained net read the test digits, and says everything about its training. */
export async function runResult(
  plan: Plan,
  net: Net,
  digits: Digits,
  { seconds, curve }: Pick<Progress, 'seconds' | 'curve'>,
): Promise<RunResult> {
  const { wrong, error, blankViews, given, seen } = await evaluate(net, plan.set, digits, 'test', TEST_ROUNDS);
  const classes = Array.from({ length: TEST_ROUNDS }, () => digits.labels).flat();
  return {
    ...plan,
    batch: BATCH,
    weights: [...net.classifying, ...net.locating].reduce((sum, { size }) => sum + size, 0),
    seconds,
    curve,
    test: {
      rounds: TEST_ROUNDS,
      error,
      wrong: wrong.join(''),
      blankViews,
      mirroredViews: seen.filter(({ isMirrored }) => isMirrored).length,
      given: spreadOf(given, classes),
      seen: spreadOf(seen, classes),
    },
  };
}
