import { aligned } from '../cli/aligned.js';
import type { Failure, GroupResult, SamplerResult } from './compare.js';

/** How many failures of a group are printed in full. */
const PRINTED = 3;

/** Results for people: sampler × group, and the first failures of each group. */
export function formatResults(results: readonly SamplerResult[]): string {
  const rows = results.flatMap(({ sampler, groups }) =>
    groups.map((group) => [sampler.name, `${group.function}/${group.group}`, ...columns(group)]),
  );
  const failures = results.flatMap(({ sampler, groups }) =>
    groups.flatMap(({ failures }) =>
      failures.slice(0, PRINTED).map((failure) => `✗ ${sampler.name}: ${describeFailure(failure)}`),
    ),
  );
  const header = ['sampler', 'group', 'passed', 'other rule', 'failed', 'crashed', 'hung', 'not supported'];
  return [aligned([header, ...rows]), '', ...failures, ...(failures.length > 0 ? [''] : [])].join('\n');
}

/** A failure on one line: the vector, the element, what was expected and found. */
export function describeFailure({ id, tags, verdict }: Failure): string {
  const about = tags.length > 0 ? ` (${tags.join(', ')})` : '';
  if ('reason' in verdict)
    return `${id}${about}: ${verdict.status === 'failed' ? '' : `${verdict.status}: `}${verdict.reason}`;
  const { quantity, element, expected, got } = verdict;
  return `${id}${about}: ${quantity}[${element}]: expected ${expected}, got ${got}`;
}

function columns({ counts }: GroupResult): string[] {
  return [counts.passed, counts['other rule'], counts.failed, counts.crashed, counts.hung, counts['not supported']].map(
    String,
  );
}
