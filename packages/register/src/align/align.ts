import type { Matrix } from '../algebra/matrix.js';
import { Motion } from '../fit/motion.js';
import { Pyramid } from '../images/pyramid.js';
import { type Pairs, standardised } from '../images/standardised.js';
import type { Metric } from '../metric.js';
import type { Model } from '../model.js';
import type { Reason, Step } from '../registration.js';
import { type Candidate, rankOf } from './candidate.js';
import { climb } from './climb.js';
import { coarseSearch } from './coarse-search.js';
import { evidence } from './evidence.js';
import { firstMaps, octaveOf } from './first-maps.js';
import { verdict } from './verdict.js';

/** Pairs of images to be aligned. */
export interface Job extends Pairs {
  readonly model: Model;
  readonly metric: Metric;
  /** A map for each pair to begin with, or null. */
  readonly init: readonly Matrix[] | null;
}

/** What is known of a pair in the end. */
export interface Aligned extends Candidate {
  readonly reason: Reason | null;
  /** The deviation of the worst corner in pixels. */
  readonly sigma: number;
  /** The standard deviation of the fixed image, in its own units. */
  readonly deviation: number;
}

/** Tries the first maps of all pairs together, and searches for those that are not found. */
export async function* align(job: Job): AsyncGenerator<Step, Aligned[]> {
  const { moving, fixed, contrasts } = await standardised(job, job.metric);
  const pyramids = { moving: new Pyramid(moving, job.movingMask), fixed: new Pyramid(fixed, job.fixedMask) };
  try {
    const results = new Map<number, Aligned>();
    const keep = (one: Aligned): void => {
      const known = results.get(one.pair);
      if (!known || (known.reason !== null && (one.reason === null || rankOf(one) > rankOf(known)))) {
        results.set(one.pair, one);
      }
    };
    const unfound = (): number[] => contrasts.flatMap((_, pair) => (results.get(pair)?.reason === null ? [] : [pair]));
    const aligned = async (candidate: Candidate, octave: number): Promise<Aligned> => {
      const { deviation, flat } = contrasts[candidate.pair];
      const known = await judged(pyramids, candidate, octave, job.model);
      return { ...candidate, ...known, ...(flat && { reason: 'flat' as const }), deviation };
    };
    const tries = triesOf(job, pyramids);
    for (const { maps, octave } of tries) {
      const starts = unfound().flatMap((pair) => (maps[pair] ? [{ map: maps[pair], pair }] : []));
      if (starts.length === 0) continue;
      const candidates = yield* climb({ ...job, ...pyramids, starts, octave, stage: 'first' });
      for (const one of candidates) keep(await aligned(one, octave));
    }
    for (const pair of unfound()) {
      if (contrasts[pair].flat) continue;
      for (const { maps, octave } of tries) {
        if (!maps[pair] || results.get(pair)?.reason === null) continue;
        const level = pyramids.fixed.coarsest + 1;
        const layers = [pyramids.moving.layer(level + octave, 0), pyramids.fixed.layer(level, 0)] as const;
        const { starts, samples } = await coarseSearch(...layers, maps[pair], pair, job.model);
        yield { stage: 'search', level, iteration: 1, samples, pair, theta: starts[0], score: -1, overlap: 0 };
        const all = starts.map((map) => ({ map, pair }));
        const [best] = yield* climb({ ...job, ...pyramids, starts: all, octave, stage: 'search' });
        keep(await aligned(best, octave));
      }
    }
    return contrasts.map((_, pair) => {
      const result = results.get(pair);
      if (!result) throw new Error(`pair ${pair} was not tried`);
      return result;
    });
  } finally {
    pyramids.moving.dispose();
    pyramids.fixed.dispose();
  }
}

/** The first maps, each with its octave: pairs of one octave are tried together. */
function triesOf(
  { init, model, fixed }: Job,
  pyramids: { moving: Pyramid; fixed: Pyramid },
): { maps: (Matrix | undefined)[]; octave: number }[] {
  const sizes = [pyramids.moving.size, pyramids.fixed.size] as const;
  const pairs = Array.from({ length: fixed.shape[0] });
  if (!init) {
    return firstMaps(model, ...sizes).map((map) => ({ maps: pairs.map(() => map), octave: octaveOf(map, ...sizes) }));
  }
  const octaves = init.map((map) => octaveOf(map, ...sizes));
  return [...new Set(octaves)].map((octave) => ({
    maps: init.map((map, pair) => (octaves[pair] === octave ? map : undefined)),
    octave,
  }));
}

/** What speaks for a candidate, on the level whose shorter side has 64 to 127 pixels, or the images themselves. */
async function judged(
  { moving, fixed }: { moving: Pyramid; fixed: Pyramid },
  candidate: Candidate,
  octave: number,
  model: Model,
): Promise<{ reason: Reason | null; sigma: number }> {
  const level = Math.max(0, Math.ceil(Math.log2((Math.min(...fixed.size) + 1) / 128)));
  const layers = [moving.layer(level + octave, 1), fixed.layer(level, 1)] as const;
  const known = await evidence(...layers, candidate.map, candidate.pair);
  const { covariance } = candidate;
  const sigma = covariance ? new Motion(model, fixed.size).worstDeviation(covariance) : Number.POSITIVE_INFINITY;
  return { reason: verdict(candidate, known, sigma), sigma };
}
