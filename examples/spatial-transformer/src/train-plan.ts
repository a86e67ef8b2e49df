import { loadCheckpoint, type Progress, saveCheckpoint } from './checkpoint.js';
import { evaluate } from './evaluate.js';
import type { Net } from './nets.js';
import type { Digits } from './read-digits.js';
import type { CurvePoint } from './results.js';
import { type Plan, Training } from './training.js';

const CURVE_POINTS = 20;
/** So much work is lost at most when the process is killed. */
const SECONDS_BETWEEN_CHECKPOINTS = 60;

/** How a plan is carried out. */
export interface Course {
  /** A file to stop at and to go on from; without it, a training begins at its beginning. */
  checkpoint?: string;
  /** When to stop, by `performance.now()`; at least one step is taken. */
  deadline?: number;
  /** Hears of each point of the curve. */
  onPoint?: (point: CurvePoint) => void;
}

/** What is learned from, and what is read for the curve. */
export interface Schooling {
  training: Digits;
  validation: Digits;
}

/**
 * Trains a net, and hands it to `whenTrained`, whose answer it gives back. It gives back nothing when the deadline comes first: the
 * checkpoint is where the next call goes on, and the net is bit by bit what one call would have made of it.
 */
export async function trainPlan<T>(
  plan: Plan,
  digits: Schooling,
  course: Course,
  whenTrained: (net: Net, progress: Progress) => Promise<T>,
): Promise<T | undefined> {
  const training = new Training(plan, digits.training);
  try {
    const progress = await train(plan, digits, course, training);
    return progress.step === plan.steps ? await whenTrained(training.net, progress) : undefined;
  } finally {
    training.dispose();
  }
}

async function train(
  plan: Plan,
  { validation }: Schooling,
  { checkpoint, deadline = Number.POSITIVE_INFINITY, onPoint }: Course,
  training: Training,
): Promise<Progress> {
  const found = checkpoint === undefined ? undefined : await loadCheckpoint(checkpoint, plan, training);
  const progress: Progress = found ?? { step: 0, seconds: 0, curve: [], loss: 0 };
  const interval = Math.max(1, Math.round(plan.steps / CURVE_POINTS));
  let [now, saved] = [performance.now(), performance.now()];
  let isLate = false;
  while (progress.step < plan.steps && !isLate) {
    const loss = training.step(progress.step);
    progress.loss += (await loss.data())[0];
    loss.dispose();
    progress.step++;
    if (progress.step % interval === 0 || progress.step === plan.steps) {
      const point = await measure(plan, training.net, validation, progress);
      progress.curve.push(point);
      progress.loss = 0;
      onPoint?.(point);
    }
    const before = now;
    now = performance.now();
    progress.seconds += (now - before) / 1000;
    isLate = now >= deadline;
    const isDue = isLate || now - saved > 1000 * SECONDS_BETWEEN_CHECKPOINTS || progress.step === plan.steps;
    if (checkpoint !== undefined && isDue) {
      await saveCheckpoint(checkpoint, plan, training, progress);
      saved = now;
    }
  }
  return progress;
}

async function measure(
  { set }: Plan,
  net: Net,
  validation: Digits,
  { step, loss, curve }: Progress,
): Promise<CurvePoint> {
  const { error } = await evaluate(net, set, validation, 'validation', 1);
  return { step, loss: loss / (step - (curve.at(-1)?.step ?? 0)), validationError: error };
}
