import {
  describeFailure,
  describeTaps,
  type Failure,
  probesOf,
  type SamplerResult,
  type VectorGroup,
} from '@cropgrad/conformance/vectors';
import type { SamplerRow } from './results.js';
import { askedOf, type RunnerCommand, runVectors } from './run-vectors.js';

/** A sampler's row, with the taps of the first failure of each group: what the sampler reads there, and what it should. */
export async function explainFailures(
  { sampler, groups: results }: SamplerResult,
  groups: readonly VectorGroup[],
  runner: RunnerCommand,
  limitMs: number,
): Promise<SamplerRow> {
  const explained: SamplerRow['groups'][number][] = [];
  for (const { function: name, group, counts, failures } of results) {
    const source = groups.find((one) => one.function === name && one.group === group);
    const taps = source && (await tapsOf(source, failures, runner, limitMs));
    explained.push({ function: name, group, counts, failures: failures.map(describeFailure), ...taps });
  }
  return { sampler, groups: explained };
}

/** Nothing, where no answer was wrong in its output: a crash has no taps. Nor has a large image. */
async function tapsOf(
  group: VectorGroup,
  failures: readonly Failure[],
  runner: RunnerCommand,
  limitMs: number,
): Promise<{ explained: { id: string; taps: string } } | undefined> {
  const failure = failures.find(({ verdict }) => 'quantity' in verdict && verdict.quantity === 'output');
  if (!failure || !('element' in failure.verdict)) return undefined;
  const probes = group.vectors.filter(({ id }) => id === failure.id).flatMap(probesOf);
  if (probes.length === 0) return undefined;
  const { answers } = await runVectors(runner, askedOf({ ...group, vectors: probes }), limitMs);
  return {
    explained: { id: failure.id, taps: describeTaps(group.function, probes, answers, failure.verdict.element) },
  };
}
