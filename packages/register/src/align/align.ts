import type { Matrix } from '../algebra/matrix.js';
import { Pyramid } from '../images/pyramid.js';
import { type Contrast, type Pairs, standardised } from '../images/standardised.js';
import type { Metric } from '../metric.js';
import type { Model } from '../model.js';
import type { Step } from '../registration.js';
import { rankOf } from './candidate.js';
import { climb, type Start } from './climb.js';
import { coarseSearch } from './coarse-search.js';
import { firstMaps, octaveOf } from './first-maps.js';
import { isNoisy, isWorthMore, type Judged, judged } from './judged.js';

/** Pairs of images to be aligned. */
export interface Job extends Pairs {
  readonly model: Model;
  readonly metric: Metric;
  /** A map for each pair to begin with, or null. */
  readonly init: readonly Matrix[] | null;
}

/** What is known of a pair in the end. */
export interface Aligned extends Judged {
  /** The standard deviation of the fixed image, in its own units. */
  readonly deviation: number;
}

/** Tries the first maps of all pairs together, and searches for those that are not found. */
export async function* align(job: Job): AsyncGenerator<Step, Aligned[]> {
  const { moving, fixed, contrasts } = await standardised(job, job.metric);
  const images = { moving: new Pyramid(moving, job.movingMask), fixed: new Pyramid(fixed, job.fixedMask) };
  try {
    const best = yield* bestOf({ ...job, ...images }, contrasts);
    return best.map((one, pair) => {
      const { deviation, flat } = contrasts[pair];
      return { ...one, ...(flat && { reason: 'flat' as const }), deviation };
    });
  } finally {
    images.moving.dispose();
    images.fixed.dispose();
  }
}

/** What all tries have in common. */
interface Tried {
  readonly moving: Pyramid;
  readonly fixed: Pyramid;
  readonly model: Model;
  readonly metric: Metric;
  readonly init: readonly Matrix[] | null;
}

/** A candidate that was judged on halved images, and how many levels the moving image's pixels are finer there. */
type Halfway = Judged & { readonly octave: number };

async function* bestOf(job: Tried, contrasts: readonly Contrast[]): AsyncGenerator<Step, Judged[]> {
  const best: (Halfway | undefined)[] = contrasts.map(() => undefined);
  const keep = (one: Halfway): void => {
    const known = best[one.pair];
    if (!known || (known.reason !== null && (one.reason === null || rankOf(one) > rankOf(known)))) best[one.pair] = one;
  };
  const unfound = (): number[] => contrasts.flatMap((_, pair) => (best[pair]?.reason === null ? [] : [pair]));
  const tries = triesOf(job, contrasts.length);
  for (const { maps, octave } of tries) {
    const starts = unfound().flatMap((pair) => startAt(maps[pair], pair));
    for (const one of yield* halfway(job, starts, octave, 'first')) keep(one);
  }
  // Volumes have too many places and turns to be searched in one call.
  const searched = job.fixed.size.length === 2 ? unfound().filter((pair) => !contrasts[pair].flat) : [];
  for (const pair of searched) {
    for (const { maps, octave } of tries) {
      const map = maps[pair];
      if (!map || best[pair]?.reason === null) continue;
      const level = job.fixed.coarsest + 1;
      const layers = [job.moving.layer(level + octave, 0), job.fixed.layer(level, 0)] as const;
      const { starts, samples } = await coarseSearch(...layers, map, pair, job.model);
      yield { stage: 'search', level, iteration: 1, samples, pair, theta: map, score: -1, overlap: 0 };
      const all = starts.flatMap((start) => startAt(start, pair));
      for (const one of yield* halfway(job, all, octave, 'search')) keep(one);
    }
  }
  // Every pair has had a first try.
  return yield* finished(
    job,
    best.flatMap((one) => (one ? [one] : [])),
  );
}

function startAt(map: Matrix | undefined, pair: number): Start[] {
  return map ? [{ map, pair }] : [];
}

/** On which level it shows whether there is an answer: where details begin, and not on the images themselves. */
function gateOf({ coarsest, detailed }: Pyramid): number {
  return Math.min(coarsest, Math.max(1, detailed));
}

/** Fits on halved images, and looks at what has come of it. */
async function* halfway(
  job: Tried,
  starts: readonly Start[],
  octave: number,
  stage: 'first' | 'search',
): AsyncGenerator<Step, Halfway[]> {
  if (starts.length === 0) return [];
  const [from, to] = [job.fixed.coarsest, gateOf(job.fixed)];
  const climbed = yield* climb({ ...job, starts, octave, from, to, smooth: false, stage });
  const { all, samples } = await judged(job, climbed, octave, to);
  yield stepOf(all, stage, to, samples);
  return all.map((one) => ({ ...one, octave }));
}

/** Goes on to the images themselves, which costs more than all before, with what is worth it. */
async function* finished(job: Tried, best: readonly Halfway[]): AsyncGenerator<Step, Judged[]> {
  const gate = gateOf(job.fixed);
  const results: Judged[] = [...best];
  const worth = gate === 0 ? [] : best.filter(isWorthMore);
  const ways = new Map<string, Halfway[]>();
  for (const one of worth) {
    const { noisy, samples } = await isNoisy(job, one, one.octave);
    yield stepOf([one], 'finish', 0, samples);
    const key = `${one.octave} ${noisy}`;
    ways.set(key, [...(ways.get(key) ?? []), one]);
  }
  for (const [key, starts] of ways) {
    const { octave } = starts[0];
    const smooth = key.endsWith('true');
    const climbed = yield* climb({ ...job, starts, octave, from: gate - 1, to: 0, smooth, stage: 'finish' });
    const { all, samples } = await judged(job, climbed, octave, 0);
    yield stepOf(all, 'finish', 0, samples);
    for (const one of all) results[one.pair] = one;
  }
  return results;
}

/** A step that only looks at candidates, and tells of the best one. */
function stepOf(all: readonly Judged[], stage: Step['stage'], level: number, samples: number): Step {
  const [{ pair, map, score, overlap }] = [...all].sort((a, b) => rankOf(b) - rankOf(a));
  return { stage, level, iteration: 0, samples, pair, theta: map, score, overlap };
}

/** The first maps, each with its octave: pairs of one octave are tried together. */
function triesOf(
  { init, model, moving, fixed }: Tried,
  pairs: number,
): { maps: (Matrix | undefined)[]; octave: number }[] {
  const sizes = [moving.size, fixed.size] as const;
  if (!init) {
    return firstMaps(model, ...sizes).map((map) => ({
      maps: Array.from({ length: pairs }, () => map),
      octave: octaveOf(map, ...sizes),
    }));
  }
  const octaves = init.map((map) => octaveOf(map, ...sizes));
  return [...new Set(octaves)].map((octave) => ({
    maps: init.map((map, pair) => (octaves[pair] === octave ? map : undefined)),
    octave,
  }));
}
