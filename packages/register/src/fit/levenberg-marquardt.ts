import { inverse } from '../algebra/inverse.js';
import { type Matrix, sideOf } from '../algebra/matrix.js';
import type { Motion } from './motion.js';
import type { NormalEquations } from './normal-equations.js';

/** When one fit ends. */
export interface StopRules {
  /** After so many evaluations. */
  readonly iterations: number;
  /** Where the next step would move no corner by so many pixels. */
  readonly stopPixels: number;
  /** How much of the fixed image must be covered, 0 to 1. */
  readonly minOverlap: number;
}

/** A step that is not better by more than rounding is not worse either. */
const ROUNDING = 1e-7;

/** One map on its way to the best one. The evaluation of a trial is the next step's, so a refused one costs one evaluation. */
export class LevenbergMarquardt {
  /** The best map so far, and what was found there. */
  map: Matrix;
  equations: NormalEquations | null = null;
  overlap = 0;
  evaluations = 0;
  /** What is to be evaluated next, or null at the end. */
  trial: Matrix | null;
  /** Which pair of images it is of. */
  readonly pair: number;
  private readonly motion: Motion;
  private readonly rules: StopRules;
  private readonly longestStep: number;
  private damping = 1e-2;

  /** No step moves a corner by more than so many pixels. */
  constructor(start: Matrix, pair: number, motion: Motion, rules: StopRules, longestStep: number) {
    this.pair = pair;
    this.motion = motion;
    this.rules = rules;
    this.longestStep = longestStep;
    this.map = start;
    this.trial = start;
  }

  /** Takes the evaluation of the trial, and chooses the next one. */
  evaluated(equations: NormalEquations, overlap: number): void {
    const { minOverlap, iterations } = this.rules;
    this.evaluations++;
    const first = this.equations === null;
    const better = equations.quality > (this.equations?.quality ?? 0) - ROUNDING && overlap >= minOverlap;
    if (this.trial && (first || better)) {
      this.map = this.trial;
      this.equations = equations;
      this.overlap = overlap;
      if (!first) this.damping = Math.max(this.damping / 5, 1e-5);
    } else {
      this.damping *= 6;
    }
    this.trial = null;
    // A start that covers too little says nothing of where to go.
    if (this.evaluations >= iterations || this.damping > 1e4 || (first && overlap < minOverlap)) return;
    const step = this.step();
    const length = step ? this.motion.farthest(step) : 0;
    if (!step || !(length >= this.rules.stopPixels)) return;
    const shortened = Math.min(1, this.longestStep / length);
    this.trial = this.motion.moved(
      this.map,
      step.map((one) => one * shortened),
    );
  }

  /** (H + λ diag H + 10⁻⁶ mean diag H) step = gradient. */
  private step(): Float64Array | null {
    if (!this.equations) return null;
    const { hessian, gradient } = this.equations;
    const count = gradient.length;
    const floor = (1e-6 * gradient.reduce((sum, _, k) => sum + hessian[k * count + k], 0)) / count;
    const damped = hessian.map((entry, at) => {
      const onDiagonal = Math.floor(at / count) === at % count;
      return onDiagonal ? entry * (1 + this.damping) + floor : entry;
    });
    const inverted = inverse(damped);
    if (!inverted) return null;
    return Float64Array.from(gradient, (_, k) =>
      gradient.reduce((sum, one, l) => sum + inverted[k * count + l] * one, 0),
    );
  }

  /** The covariance of the generators at the best map, if the difference is white noise; null if it cannot be computed. */
  covariance(): Matrix | null {
    if (!this.equations) return null;
    const { hessian, noise } = this.equations;
    const inverted = inverse(hessian);
    return inverted && sideOf(inverted) > 0 ? inverted.map((entry) => entry * Math.max(noise, 0)) : null;
  }
}
