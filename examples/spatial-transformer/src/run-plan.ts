import { setImmediate } from 'node:timers/promises';
import { loadCheckpoint, type Progress, saveCheckpoint } from './checkpoint.js';
import { evaluate } from './evaluate.js';
import { spreadOf } from './pose.js';
import type { Digits } from './read-digits.js';
import type { CurvePoint, RunResult } from './results.js';
import { BATCH, type Plan, Training } from './training.js';

const CURVE_POINTS = 20;
const TEST_ROUNDS = 5;
/** So much work is lost at most when the process is killed. */
const SECONDS_BETWEEN_CHECKPOINTS = 60;

/** All digits, in their three parts. */
export interface Parts {
  training: Digits;
  validation: Digits;
  test: Digits;
}

/** How a plan is carried out. */
export interface Course {
  /** A file to stop at and to go on from; without it, a training begins at its beginning. */
  checkpoint?: string;
  /** When to stop, by `performance.now()`. */
  deadline?: number;
  /** Hears of each point of the curve. */
  onPoint?: (point: CurvePoint) => void;
}

/**
 * Trains a net, and has it read the test digits when it is done. Gives back nothing when the deadline comes first: the checkpoint
 * is where the next call goes on, and what comes out is bit by bit what one call would have given. `look`, if there is one, gets to see
 * the trained net.
 */
export async function runPlan(
  plan: Plan,
  parts: Parts,
  { checkpoint, deadline = Number.POSITIVE_INFINITY, onPoint }: Course = {},
  look?: (training: Training) => Promise<void>,
): Promise<RunResult | undefined> {
  const training = new Training(plan, parts.training);
  try {
    const found = checkpoint === undefined ? undefined : await loadCheckpoint(checkpoint, plan, training);
    const progress: Progress = found ?? { step: 0, seconds: 0, curve: [], loss: 0 };
    const save = async () => {
      if (checkpoint !== undefined) await saveCheckpoint(checkpoint, plan, training, progress);
    };
    let [began, saved] = [performance.now(), performance.now()];
    const interval = Math.max(1, Math.round(plan.steps / CURVE_POINTS));
    while (progress.step < plan.steps) {
      progress.loss += await numberIn(training, progress.step++);
      if (progress.step % interval === 0 || progress.step === plan.steps) {
        const point = await measure(plan, training, parts.validation, progress);
        progress.curve.push(point);
        progress.loss = 0;
        onPoint?.(point);
      }
      const now = performance.now();
      progress.seconds += (now - began) / 1000;
      began = now;
      const isLate = now > deadline;
      if (isLate || now - saved > 1000 * SECONDS_BETWEEN_CHECKPOINTS || progress.step === plan.steps) {
        await save();
        saved = now;
        // A signal is only heard between two turns of the event loop.
        await setImmediate();
      }
      if (isLate && progress.step < plan.steps) return undefined;
    }
    await look?.(training);
    return await resultOf(plan, training, parts.test, progress);
  } finally {
    training.dispose();
  }
}

async function numberIn(training: Training, step: number): Promise<number> {
  const loss = training.step(step);
  const [value] = await loss.data();
  loss.dispose();
  return value;
}

async function measure(
  { set }: Plan,
  { net }: Training,
  validation: Digits,
  { step, loss, curve }: Progress,
): Promise<CurvePoint> {
  const { error } = await evaluate(net, set, validation, 'validation', 1);
  return { step, loss: loss / (step - (curve.at(-1)?.step ?? 0)), validationError: error };
}

async function resultOf(
  plan: Plan,
  { net }: Training,
  digits: Digits,
  { seconds, curve }: Progress,
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
