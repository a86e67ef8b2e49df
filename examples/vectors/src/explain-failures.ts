import { describeTaps, probesOf, type SamplerResult, type VectorGroup } from '@cropgrad/conformance/vectors';
import { type RunnerCommand, runVectors } from './run-vectors.js';

/** The same results, with the taps of the first failure of each group: what the sampler reads there, and what it should. */
export async function explainFailures(
  result: SamplerResult,
  groups: readonly VectorGroup[],
  runner: RunnerCommand,
  limitMs: number,
): Promise<SamplerResult & { readonly taps: Readonly<Record<string, string>> }> {
  const taps: Record<string, string> = {};
  for (const { function: name, group, failures } of result.groups) {
    const failure = failures.find(({ verdict }) => 'quantity' in verdict && verdict.quantity === 'output');
    if (!failure || !('element' in failure.verdict)) continue;
    const vectors = groups.find((one) => one.function === name && one.group === group)?.vectors ?? [];
    const probes = vectors.filter(({ id }) => id === failure.id).flatMap(probesOf);
    const asked = probes.map((vector) => ({ function: name, vector }));
    const { answers } = await runVectors(runner, asked, limitMs);
    taps[failure.id] = describeTaps(name, probes, answers, failure.verdict.element);
  }
  return { ...result, taps };
}
