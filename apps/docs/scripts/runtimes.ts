import { readFile } from 'node:fs/promises';
import { markdownTable } from 'markdown-table';
import { BACKENDS, type BackendResult, type RuntimeResult } from '../../../elsewhere/src/runtime-result.js';

/** What ran on which runtime, as it was committed. */
export async function readRuntimes(): Promise<RuntimeResult[]> {
  return JSON.parse(await readFile(new URL('../../../elsewhere/results/runtimes.json', import.meta.url), 'utf8'));
}

/** Which runtimes ran the README's program and the suite, as a table. */
export function runtimesTable(results: readonly RuntimeResult[]): string {
  const rows = results.map(({ title, version, backends }) => [
    `${title} ${version}`,
    ...BACKENDS.flatMap((backend) => entriesOf(backends.find((result) => result.backend === backend))),
  ]);
  const head = BACKENDS.flatMap((backend) => [`${backend}: README's program`, 'fixtures', 'checks']);
  return `${markdownTable([['', ...head], ...rows], { align: ['l', ...head.map(() => 'r')] })}\n`;
}

function entriesOf(result: BackendResult | undefined): string[] {
  if (result === undefined) return ['', '', ''];
  const { program, fixtures, passed, failed } = result;
  const checks = passed + failed.length;
  return [
    program === 'as it says' ? 'runs' : '**fails**',
    String(fixtures),
    failed.length === 0 ? `${passed}/${checks}` : `**${passed}/${checks}**`,
  ];
}
