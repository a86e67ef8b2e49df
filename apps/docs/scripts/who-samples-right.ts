import { readFile } from 'node:fs/promises';
import { markdownTable } from 'markdown-table';
import { KNOWN_FAULTS, type KnownFault } from '../../../examples/vectors/src/known-faults.js';
import type { SamplerRow } from '../../../examples/vectors/src/results.js';
import { entryOf } from '../../../examples/vectors/src/table-of.js';

type GroupRow = SamplerRow['groups'][number];

const RESULTS = new URL('../../../examples/vectors/results/results.json', import.meta.url);

/** What every sampler did with the vectors, as the example's results hold it. */
export async function readSamplers(): Promise<SamplerRow[]> {
  return JSON.parse(await readFile(RESULTS, 'utf8')) as SamplerRow[];
}

/** The page below its introduction: every sampler at a glance, then function by function, then what is wrong. */
export function whoSamplesRight(rows: readonly SamplerRow[]): string {
  const functions = [...new Set(rows.flatMap(({ groups }) => groups.map((group) => group.function)))];
  return `${[
    '## At a glance',
    glance(rows),
    '## Function by function',
    ...functions.flatMap((name) => [`### ${name}`, functionTable(rows, name)]),
    '## Faults',
    ...KNOWN_FAULTS.map((fault) => faultOf(fault, rows)),
  ].join('\n\n')}\n`;
}

function glance(rows: readonly SamplerRow[]): string {
  const header = ['sampler', 'version', 'passed', 'other rule', 'failed', 'crashed or hung', 'not supported'];
  return markdownTable(
    [
      header,
      ...rows.map(({ sampler, groups }) => {
        const sum = (of: (counts: GroupRow['counts']) => number): string =>
          String(groups.reduce((total, { counts }) => total + of(counts), 0));
        return [
          sampler.name,
          sampler.version,
          sum(({ passed }) => passed),
          sum((counts) => counts['other rule']),
          sum(({ failed }) => failed),
          sum(({ crashed, hung }) => crashed + hung),
          sum((counts) => counts['not supported']),
        ];
      }),
    ],
    { align: ['l', 'l', 'r', 'r', 'r', 'r', 'r'] },
  );
}

/** The samplers that have a function, and its groups. */
function functionTable(rows: readonly SamplerRow[], name: string): string {
  const own = rows.map(({ sampler, groups }) => ({ sampler, groups: groups.filter((one) => one.function === name) }));
  const able = own.filter(({ groups }) => groups.some(({ counts, failures }) => counts.passed + failures.length > 0));
  const columns = [...new Set(able.flatMap(({ groups }) => groups.map(({ group }) => group)))];
  return markdownTable([
    ['', ...columns],
    ...able.map(({ sampler, groups }) => [
      sampler.name,
      ...columns.map((column) => entryOf(groups.find(({ group }) => group === column))),
    ]),
  ]);
}

function faultOf({ sampler, what, smallest, vector, reported }: KnownFault, rows: readonly SamplerRow[]): string {
  const row = rows.find((one) => one.sampler.name === sampler);
  const taps = row?.groups.find(({ explained }) => explained?.id === vector)?.explained?.taps;
  return [
    `### ${sampler}: ${what}`,
    `Version ${row?.sampler.version ?? 'unknown'}. Smallest: ${smallest}. Issues: ${reported}.`,
    [
      '```sh',
      `npx -y pnpm --filter @cropgrad/example-vectors start --only "${sampler}" --vector ${vector}`,
      '```',
    ].join('\n'),
    ...(taps ? [['```text', taps, '```'].join('\n')] : []),
  ].join('\n\n');
}
