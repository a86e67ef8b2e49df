import { markdownTable } from 'markdown-table';
import type { SamplerRow } from './results.js';

type GroupRow = SamplerRow['groups'][number];

/** Sampler × group, as Markdown: passed / failed, and what is not supported. */
export function tableOf(rows: readonly SamplerRow[]): string {
  const columns = [...new Set(rows.flatMap(({ groups }) => groups.map(nameOf)))];
  return markdownTable([
    ['sampler', ...columns],
    ...rows.map(({ sampler, groups }) => [
      `${sampler.name} ${sampler.version}`,
      ...columns.map((column) => entryOf(groups.find((group) => nameOf(group) === column))),
    ]),
  ]);
}

function nameOf({ function: name, group }: GroupRow): string {
  return `${name} ${group}`;
}

/** `40`, all passed; `38 / 2`, two failed; `other rule`, where there is nothing else; a dash where nothing is supported. */
export function entryOf(group: GroupRow | undefined): string {
  if (!group) return '';
  const { passed, failed, crashed, hung } = group.counts;
  if (passed + failed + crashed + hung === 0) return group.counts['other rule'] > 0 ? 'other rule' : '–';
  return failed + crashed + hung === 0 ? `${passed}` : `${passed} / ${failed + crashed + hung}`;
}
