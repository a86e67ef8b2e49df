import type { Matrix } from '../algebra/matrix.js';
import type { Metric } from '../metric.js';
import type { Model } from '../model.js';
import { disposePart, fixedPart } from './fixed-part.js';
import type { Layer } from './layer.js';
import { LevenbergMarquardt, type StopRules } from './levenberg-marquardt.js';
import { moments } from './moments.js';
import { Motion } from './motion.js';
import { normalEquations } from './normal-equations.js';

/** A batch of fits on one level. */
export interface Fits extends StopRules {
  /** With a margin of 1, in any units; one image for all fits, or one for each pair. */
  readonly moving: Layer;
  /** Likewise. */
  readonly fixed: Layer;
  /** Where each fit begins: 9 numbers, or 16 in volumes, from points of the fixed image to points of the moving one. */
  readonly starts: readonly Matrix[];
  /** Which pair each fit is of. Default: fit n is of pair n. It counts only where there are several images. */
  readonly pairs?: readonly number[];
  readonly model: Model;
  /** Default `'zncc'`. The other metrics take both images to have a variance of about 1. */
  readonly metric?: Metric;
}

/** What became of one start. */
export interface Refined {
  readonly map: Matrix;
  /** What was to grow: the correlation, or 1 minus the loss of another metric. */
  readonly quality: number;
  /** Zero-mean normalised cross-correlation. */
  readonly score: number;
  /** The mean of the squares of what differs, in units of the fixed image. */
  readonly difference: number;
  /** How much of the fixed image is covered, 0 to 1. */
  readonly overlap: number;
  /** How many units of the moving image a unit of the fixed one is. */
  readonly gain: number;
  /** The covariance of the model's generators, if no slope is noise; null if it cannot be computed. */
  readonly covariance: Matrix | null;
}

/** An evaluation of all fits that go on: how many points were sampled, and how each of all fits stands. */
export interface Evaluation {
  readonly samples: number;
  readonly iteration: number;
  readonly fits: readonly LevenbergMarquardt[];
}

/** From which difference on Huber's loss counts pixels less, in standard deviations of the image. */
const HUBER = 0.25;

/**
 * Improves each start by the method of Levenberg and Marquardt, with one sampling of the moving image per step and one small
 * matrix read back. Yields after each evaluation; who stops there leaves nothing behind.
 */
export async function* refineSteps(problem: Fits): AsyncGenerator<Evaluation, Refined[]> {
  const { moving, fixed, starts, model, metric = 'zncc' } = problem;
  const motion = new Motion(model, fixed.size);
  const part = fixedPart(fixed, motion.degree);
  const possible = fixed.size.reduce((product, length) => product * (length - 2), 1);
  const longest = Math.min(...fixed.size) / 16;
  const fits = starts.map(
    (start, n) => new LevenbergMarquardt(start, problem.pairs?.[n] ?? n, motion, problem, longest),
  );
  try {
    for (let iteration = 1; ; iteration++) {
      const open = fits.flatMap((fit) => (fit.trial ? [{ fit, map: fit.trial }] : []));
      if (open.length === 0) break;
      const trials = open.map(({ fit, map }) => ({ pair: fit.pair, map, gain: fit.equations?.gain ?? 1 }));
      const sums = await moments(moving, part, trials, metric === 'huber' ? HUBER : null);
      open.forEach(({ fit }, n) => {
        fit.evaluated(normalEquations(sums[n], motion.slopes, metric), sums[n].pixels / possible);
      });
      const samples = open.length * fixed.size.reduce((product, length) => product * length, 1);
      yield { samples, iteration, fits };
    }
  } finally {
    disposePart(part);
  }
  return fits.map((fit) => ({
    map: fit.map,
    quality: fit.equations?.quality ?? -1,
    score: fit.equations?.score ?? -1,
    difference: fit.equations?.difference ?? 0,
    overlap: fit.overlap,
    gain: fit.equations?.gain ?? 1,
    covariance: fit.covariance(),
  }));
}

/** {@link refineSteps} without stops, unless a signal aborts. */
export async function refine(problem: Fits, signal?: AbortSignal): Promise<Refined[]> {
  const steps = refineSteps(problem);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const next = await steps.next();
      if (next.done) return next.value;
    }
  } finally {
    await steps.return([]);
  }
}
