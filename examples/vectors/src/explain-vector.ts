import { describeFailure, describeTaps, judge, probesOf, type VectorGroup } from '@cropgrad/conformance/vectors';
import { askedOf, type RunnerCommand, runVectors } from './run-vectors.js';

/** One vector in full: what is asked, what is right, what a sampler answers, and from which pixels. Rejects where there is none. */
export async function explainVector(
  name: string,
  groups: readonly VectorGroup[],
  id: string,
  runner: RunnerCommand,
  limitMs: number,
): Promise<string> {
  const group = groups.find(({ vectors }) => vectors.some((vector) => vector.id === id));
  const vector = group?.vectors.find((vector) => vector.id === id);
  if (!group || !vector) throw new Error(`there is no vector ${id}`);
  const { answers, sampler } = await runVectors(runner, askedOf({ ...group, vectors: [vector] }), limitMs);
  const verdict = judge(vector, group.expected[id], answers[id]);
  const lines = [
    `${name} ${sampler.version}, ${id}: ${verdict.status}`,
    `asked:    ${JSON.stringify({ options: vector.options, ...vector.inputs })}`,
    `expected: ${JSON.stringify(group.expected[id])}`,
    `got:      ${JSON.stringify(answers[id])}`,
  ];
  if (verdict.status === 'passed' || verdict.status === 'not supported') return lines.join('\n');
  lines.push(describeFailure({ id, tags: vector.tags, verdict }));
  if (!('element' in verdict) || verdict.quantity !== 'output') return lines.join('\n');
  const probes = probesOf(vector);
  if (probes.length === 0) return lines.join('\n');
  const probed = await runVectors(runner, askedOf({ ...group, vectors: probes }), limitMs);
  return [...lines, describeTaps(group.function, probes, probed.answers, verdict.element)].join('\n');
}
