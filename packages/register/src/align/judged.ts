import type { Matrix } from '../algebra/matrix.js';
import type { Layer } from '../fit/layer.js';
import { Motion } from '../fit/motion.js';
import { sharedCovariance } from '../fit/shared-covariance.js';
import type { Pyramid } from '../images/pyramid.js';
import type { Metric } from '../metric.js';
import type { Model } from '../model.js';
import type { Reason } from '../registration.js';
import { type Candidate, MIN_OVERLAP } from './candidate.js';
import { type Evidence, evidence } from './evidence.js';

/** A candidate, and whether it is reliable. */
export interface Judged extends Candidate {
  readonly reason: Reason | null;
  /** The covariance of the generators, or null if nothing is known about some direction. */
  readonly known: Matrix | null;
  /** How well the slopes of both images correlate where details begin. */
  readonly slopes: number;
  /** The deviation of the worst corner, in pixels of the fixed image. */
  readonly sigma: number;
}

/** Where two images show the same, their slopes correlate so well: where details begin, and on images half as large. */
const LEAST_SLOPES = [0.5, 0.8];
/** And so well in the worst parts of the latter. */
const LEAST_WORST = 0.5;
/** A corner with a larger deviation than this, in pixels of the level that was checked, counts as unknown. */
const MOST_DEVIATION = 0.2;

/** Judges candidates that were fitted on a level; on the images themselves, by those of half the size, as noise would say much. */
export async function judged(
  job: { moving: Pyramid; fixed: Pyramid; model: Model; metric: Metric },
  candidates: readonly Candidate[],
  octave: number,
  fitted: number,
): Promise<{ all: Judged[]; samples: number }> {
  const { moving, fixed, model, metric } = job;
  const detailed = Math.min(fixed.detailed, fixed.coarsest);
  const level = Math.max(fitted, Math.min(1, fixed.coarsest));
  const motion = new Motion(model, fixed.size);
  const all: Judged[] = [];
  for (const candidate of candidates) {
    const { map, pair } = candidate;
    const found: Evidence[] = [];
    for (const at of [detailed, detailed + 1]) {
      found.push(await evidence(moving.layer(at + octave, 1), fixed.layer(at, 1), map, pair));
    }
    const layers = [moving.layer(level + octave, 1), fixed.layer(level, 1)] as const;
    const known = await sharedCovariance(...layers, candidate, new Motion(model, layers[1].size), metric);
    const sigma = known ? motion.worstDeviation(known) : Number.POSITIVE_INFINITY;
    const pixel = fixed.size[0] / layers[1].size[0];
    const reason = verdict(candidate.overlap, found, sigma / pixel);
    all.push({ ...candidate, reason, known, sigma, slopes: found[0].slopes });
  }
  const pixels = (at: number): number => pixelsOf(fixed.layer(at, 1));
  // Evidence samples a map once on each of two levels, and the covariance twice on one.
  const samples = all.length * (pixels(detailed) + pixels(detailed + 1) + 2 * pixels(level));
  return { all, samples };
}

function pixelsOf({ size }: Layer): number {
  return size.reduce((product, length) => product * length, 1);
}

/** Where the slopes of the images themselves correlate less than this, most of them are noise, and smoothing gains more than it loses. */
const NOISY = 0.2;
/** Where they correlate better than this on images of half the size, those of the images themselves never do so badly. */
const CLEAR = 0.9;

/** Whether a candidate's images are mostly noise from pixel to pixel. */
export async function isNoisy(
  { moving, fixed }: { moving: Pyramid; fixed: Pyramid },
  { map, pair, slopes: halfway }: Judged,
  octave: number,
): Promise<{ noisy: boolean; samples: number }> {
  if (halfway > CLEAR) return { noisy: false, samples: 0 };
  const { slopes } = await evidence(moving.layer(octave, 1), fixed.layer(0, 1), map, pair);
  return { noisy: slopes < NOISY, samples: pixelsOf(fixed.layer(0, 1)) };
}

/** Whether a finer level may turn it into a found one. */
export function isWorthMore({ reason }: Judged): boolean {
  return reason === null || reason === 'uncertain' || reason === 'partial';
}

/** Why a map is not reliable, or null if it is. */
function verdict(overlap: number, found: readonly Evidence[], sigma: number): Reason | null {
  if (!(overlap >= MIN_OVERLAP)) return 'overlap';
  const alike = found.every(({ slopes }, n) => slopes >= LEAST_SLOPES[n]);
  // Where half of the image fits as well as all of it should, something is in front of the other half.
  if (!alike) return found[1].median >= LEAST_SLOPES[1] ? 'partial' : 'unrelated';
  if (!(sigma <= MOST_DEVIATION)) return 'uncertain';
  return found[1].worst >= LEAST_WORST ? null : 'partial';
}
