import type { AnswersFile } from './answers.js';
import { judge, type Verdict } from './judge.js';
import type { VectorGroup } from './read-vectors.js';
import type { Vector, VectorFunction } from './vector.js';

/** How many vectors of a group ended which way. */
export type Counts = Readonly<Record<Verdict['status'] | 'other rule', number>>;

/** A vector that a sampler did not pass, and why. */
export interface Failure {
  readonly id: string;
  readonly tags: readonly string[];
  readonly verdict: Exclude<Verdict, { status: 'passed' | 'not supported' }>;
}

/** What a sampler did with one group. */
export interface GroupResult {
  readonly function: VectorFunction;
  readonly group: string;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
}

/** What a sampler did with all groups that it gave answers for. */
export interface SamplerResult {
  readonly sampler: AnswersFile['sampler'];
  readonly groups: readonly GroupResult[];
}

/** Judges every answer of a sampler. Throws if no vector has the id of an answer. */
export function compare(groups: readonly VectorGroup[], { sampler, answers }: AnswersFile): SamplerResult {
  const known = new Set(groups.flatMap(({ vectors }) => vectors.map(({ id }) => id)));
  const stray = Object.keys(answers).find((id) => !known.has(id));
  if (stray !== undefined) throw new Error(`${sampler.name} answers ${stray}, and there is no such vector`);
  const answered = groups.filter(({ vectors }) => vectors.some(({ id }) => id in answers));
  return {
    sampler,
    groups: answered.map(({ function: name, group, vectors, expected }) => {
      const counts = { passed: 0, 'other rule': 0, failed: 0, 'not supported': 0, crashed: 0, hung: 0 };
      const failures: Failure[] = [];
      for (const vector of vectors) {
        const verdict = judge(vector, expected[vector.id], answers[vector.id]);
        if (followsOtherRule(vector, verdict, sampler.differs)) {
          counts['other rule']++;
          continue;
        }
        counts[verdict.status]++;
        if (isFailure(verdict)) failures.push(failureOf(vector, verdict));
      }
      return { function: name, group, counts, failures };
    }),
  };
}

/**
 * Whether an answer differs where samplers may differ: at a tag that the sampler names, or where the rule is cropgrad's own. In the
 * latter case, under zeros, an output must be ours or NaN: no rule reads a pixel there.
 */
function followsOtherRule(
  { tags, options }: Vector,
  verdict: Verdict,
  differs: AnswersFile['sampler']['differs'] = {},
): boolean {
  if (verdict.status !== 'failed' || !('quantity' in verdict)) return false;
  if (tags.some((tag) => Object.hasOwn(differs, tag))) return true;
  if (!tags.includes('our_rule')) return false;
  return options.padding_mode !== 'zeros' || verdict.quantity !== 'output' || Number.isNaN(verdict.got);
}

function isFailure(verdict: Verdict): verdict is Failure['verdict'] {
  return verdict.status !== 'passed' && verdict.status !== 'not supported';
}

function failureOf({ id, tags }: Vector, verdict: Failure['verdict']): Failure {
  return { id, tags, verdict };
}
