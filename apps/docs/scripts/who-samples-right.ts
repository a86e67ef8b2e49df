import { readFile } from 'node:fs/promises';
import { markdownTable } from 'markdown-table';
import { KNOWN_FAULTS, type KnownFault } from '../../../examples/vectors/src/known-faults.js';
import type { SamplerRow } from '../../../examples/vectors/src/results.js';
import { entryOf } from '../../../examples/vectors/src/table-of.js';
import { fold, foldUnderHeading } from './fold.js';

type GroupRow = SamplerRow['groups'][number];

const RESULTS = new URL('../../../examples/vectors/results/results.json', import.meta.url);

/** What every sampler did with the vectors, as the example's results hold it. */
export async function readSamplers(): Promise<SamplerRow[]> {
  return JSON.parse(await readFile(RESULTS, 'utf8')) as SamplerRow[];
}

/** The page below its glance: every sampler, what is wrong, and then function by function. */
export function whoSamplesRight(rows: readonly SamplerRow[]): string {
  const functions = [...new Set(rows.flatMap(({ groups }) => groups.map((group) => group.function)))];
  return `${[
    fold('Every sampler: its version, and how many vectors it passed', totals(rows)),
    '## Faults',
    'What was found and understood. Each opens to the smallest case, and the command that shows it again.',
    ...KNOWN_FAULTS.map((fault) => faultOf(fault, rows)),
    '## Function by function',
    ...functions.map((name) =>
      fold(`${name}: sampler by sampler, in each group of vectors`, functionTable(rows, name)),
    ),
  ].join('\n\n')}\n`;
}

/** In how many of the vectors that it was judged by a sampler is wrong, the worst first; below, those without a fault. */
export function whoIsWrong(rows: readonly SamplerRow[]): string {
  const counted = rows.map(({ sampler: { name }, groups }) => {
    const sum = (of: (counts: GroupRow['counts']) => number): number =>
      groups.reduce((total, { counts }) => total + of(counts), 0);
    const wrong = sum(({ failed, crashed, hung }) => failed + crashed + hung);
    return { name, wrong, of: wrong + sum(({ passed }) => passed) };
  });
  const faulty = counted.filter(({ wrong }) => wrong > 0).sort((a, b) => b.wrong / b.of - a.wrong / a.of);
  const right = counted.filter(({ wrong }) => wrong === 0);
  const table = markdownTable(
    [
      ['sampler', 'wrong', 'of', ''],
      ...faulty.map(({ name, wrong, of }) => [name, `**${wrong}**`, String(of), percent(wrong / of)]),
    ],
    { align: ['l', 'r', 'r', 'r'] },
  );
  return `${table}\n\nNothing wrong was found in ${right.map(({ name, of }) => `${name} (of ${of})`).join(', ')}.`;
}

/** At least 1, as it is not nothing. */
function percent(part: number): string {
  return `${Math.max(1, Math.round(100 * part))} %`;
}

function totals(rows: readonly SamplerRow[]): string {
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
  const content = [
    `Version ${row?.sampler.version ?? 'unknown'}. Smallest: ${smallest}. Issues: ${reported}.`,
    [
      '```sh',
      `npx -y pnpm --filter @cropgrad/example-vectors start --only "${sampler}" --vector ${vector}`,
      '```',
    ].join('\n'),
    ...(taps ? [['```text', taps, '```'].join('\n')] : []),
  ].join('\n\n');
  return foldUnderHeading(`### ${sampler}: ${what}`, content);
}
