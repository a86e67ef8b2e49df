import type { Matrix } from '../algebra/matrix.js';
import { type Fits, type Refined, refineSteps } from '../fit/refine.js';
import type { Pyramid } from '../images/pyramid.js';
import type { Metric } from '../metric.js';
import type { Model } from '../model.js';
import type { Step } from '../registration.js';
import { type Candidate, MIN_OVERLAP, rankOf } from './candidate.js';
import { distinct } from './distinct.js';

/** A map of one pair to begin with. */
export interface Start {
  readonly map: Matrix;
  readonly pair: number;
}

/** Fits that go from a coarse level to a finer one. */
export interface Climb {
  readonly moving: Pyramid;
  readonly fixed: Pyramid;
  readonly starts: readonly Start[];
  /** How many levels the moving image's pixels are finer. */
  readonly octave: number;
  readonly from: number;
  readonly to: number;
  readonly model: Model;
  readonly metric: Metric;
  /** Whether the images themselves are smoothed whatever the model. */
  readonly smooth: boolean;
  /** In a search the starts are of one pair, and only the best go on; otherwise each is of a pair of its own. */
  readonly stage: Step['stage'];
}

/** How many starts of a search are kept for each level from the coarsest on, and how much worse than the best they may be after it. */
const KEPT = [25, 8, 3, 1];
const WORSE = [0.15, 0.1, 0.03];

/** How many a search ends with, at most, where there are too few levels to tell them apart. */
const MOST_AT_LAST = 3;

/** Refines starts level by level. */
export async function* climb(job: Climb): AsyncGenerator<Step, Candidate[]> {
  const { moving, fixed, octave, model, metric, from, to, stage } = job;
  let starts = job.starts;
  let candidates: Candidate[] = [];
  for (let level = from; level >= to; level--) {
    const smooth = level === 0 && (job.smooth || model === 'translation' || model === 'rigid');
    const problem: Fits = {
      moving: moving.layer(level + octave, 1, smooth),
      fixed: fixed.layer(level, 1, smooth),
      starts: starts.map(({ map }) => map),
      pairs: starts.map(({ pair }) => pair),
      // At the coarsest level nothing says much of perspective.
      model: level === fixed.coarsest && level > 0 && model === 'homography' ? 'affine' : model,
      metric,
      iterations: level > 0 ? 15 : 22,
      stopPixels: [3e-3, 2e-2][level] ?? 4e-2,
      minOverlap: MIN_OVERLAP,
    };
    const refined = yield* stepsOf(problem, stage, level);
    candidates = refined.map((one, n) => ({ ...one, pair: starts[n].pair }));
    if (stage === 'search')
      candidates = survivors(candidates, from - level, level).slice(0, level > to ? undefined : MOST_AT_LAST);
    starts = candidates;
  }
  return candidates;
}

async function* stepsOf(problem: Fits, stage: Step['stage'], level: number): AsyncGenerator<Step, Refined[]> {
  const steps = refineSteps(problem);
  try {
    for (;;) {
      const next = await steps.next();
      if (next.done) return next.value;
      const { samples, iteration, fits } = next.value;
      const [best] = [...fits].sort((a, b) => (b.equations?.score ?? -1) - (a.equations?.score ?? -1));
      const { pair, map, overlap } = best;
      yield { stage, level, iteration, samples, pair, theta: map, score: best.equations?.score ?? -1, overlap };
    }
  } finally {
    await steps.return([]);
  }
}

/** The best candidates, best first, without those that are the same as a better one or much worse than the best. */
function survivors(candidates: readonly Candidate[], climbed: number, level: number): Candidate[] {
  const sorted = [...candidates].sort((a, b) => rankOf(b) - rankOf(a));
  const least = rankOf(sorted[0]) - (WORSE[climbed] ?? WORSE[2]);
  return distinct(sorted, level > 1 ? 0.03 : 0.01, KEPT[climbed + 1] ?? 1).filter((one) => rankOf(one) >= least);
}
