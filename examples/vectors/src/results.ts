import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswersFile, Counts, VectorFunction } from '@cropgrad/conformance/vectors';
import { tableOf } from './table-of.js';

/** What one sampler did, as results.json holds it. */
export interface SamplerRow {
  readonly sampler: AnswersFile['sampler'];
  readonly groups: readonly {
    readonly function: VectorFunction;
    readonly group: string;
    readonly counts: Counts;
    /** Every failure, in words. */
    readonly failures: readonly string[];
    /** Which pixels the first wrong output is made of. */
    readonly explained?: { readonly id: string; readonly taps: string };
  }[];
}

/** The rows of an earlier run in this folder; none where there was none. */
export async function readResults(folder: string): Promise<SamplerRow[]> {
  const text = await readFile(join(folder, 'results.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as SamplerRow[];
}

/** Writes results.json and table.md. The last row of a sampler counts. */
export async function writeResults(folder: string, rows: readonly SamplerRow[]): Promise<void> {
  const last = new Map(rows.map((row) => [row.sampler.name, row]));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'results.json'), textOf([...last.values()]));
  await writeFile(join(folder, 'table.md'), `${tableOf([...last.values()])}\n`);
}

/** The rows as JSON, a group on a line. */
function textOf(rows: readonly SamplerRow[]): string {
  const samplers = rows.map(({ sampler, groups }) => {
    const lines = groups.map((group) => JSON.stringify(group)).join(',\n');
    return `{"sampler":${JSON.stringify(sampler)},"groups":[\n${lines}\n]}`;
  });
  return `[\n${samplers.join(',\n')}\n]\n`;
}
