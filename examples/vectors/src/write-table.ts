import { writeFile } from 'node:fs/promises';
import type { GroupResult, SamplerResult } from '@cropgrad/conformance/vectors';
import { markdownTable } from 'markdown-table';

/** Sampler × group, as Markdown: passed / failed, and what is not supported. */
export async function writeTable(results: readonly SamplerResult[], file: string): Promise<void> {
  const columns = [...new Set(results.flatMap(({ groups }) => groups.map(nameOf)))];
  const rows = results.map(({ sampler, groups }) => [
    `${sampler.name} ${sampler.version}`,
    ...columns.map((column) => entryOf(groups.find((group) => nameOf(group) === column))),
  ]);
  await writeFile(file, `${markdownTable([['sampler', ...columns], ...rows])}\n`);
}

function nameOf({ function: name, group }: GroupResult): string {
  return `${name} ${group}`;
}

/** `40`, all passed; `38 / 2`, two failed; a dash where nothing is supported. */
function entryOf(group: GroupResult | undefined): string {
  if (!group) return '';
  const { passed, failed, crashed, hung } = group.counts;
  if (passed + failed + crashed + hung === 0) return '–';
  return failed + crashed + hung === 0 ? `${passed}` : `${passed} / ${failed + crashed + hung}`;
}
