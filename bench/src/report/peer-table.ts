import { markdownTable } from 'markdown-table';
import type { Results } from '../results.js';

/** Who was asked to run: threads, versions, and what is to be known of them. */
export function peerTable({ peers }: Results): string {
  return markdownTable([
    ['peer', 'threads', 'versions', 'note'],
    ...peers.map(({ name, threaded, absent, versions, note }) => [
      name,
      threaded ? 'as many as asked' : 'always one',
      absent === undefined ? versionsOf(versions) : `absent: ${absent}`,
      note ?? '',
    ]),
  ]);
}

function versionsOf(versions: Record<string, string> = {}): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
