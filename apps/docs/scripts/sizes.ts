import { readFile } from 'node:fs/promises';
import { markdownTable } from 'markdown-table';
import type { InstalledBackends } from '../../../elsewhere/src/installed-backends.js';

const root = new URL('../../../', import.meta.url);

/** A line of size-limit's report. */
export interface Size {
  /** `one file, webgl`: what it is, and of which backend. */
  name: string;
  /** Bytes, compressed by gzip. */
  size: number;
}

/** What size-limit and npm found, as they were committed. */
export async function readSizes(): Promise<{ sizes: Size[]; installed: InstalledBackends }> {
  return {
    sizes: JSON.parse(await readFile(new URL('packages/bundle/sizes.json', root), 'utf8')),
    installed: JSON.parse(await readFile(new URL('elsewhere/results/installed.json', root), 'utf8')),
  };
}

/** What each backend takes in a page and on a disk, as a table. */
export function sizesTable({ sizes, installed }: { sizes: readonly Size[]; installed: InstalledBackends }): string {
  const kilobytes = (kind: string, backend: string): number | undefined => {
    const found = sizes.find(({ name }) => name === `${kind}, ${backend}`);
    return found && Math.round(found.size / 1000);
  };
  const rows = Object.entries(installed).map(([backend, { packages, megabytes, scripts }]) => {
    const [file, beside] = [kilobytes('one file', backend), kilobytes('beside it', backend)];
    return [
      backend,
      `${kilobytes('added', backend)} kB`,
      file === undefined ? '' : beside === undefined ? `${file} kB` : `${file} + ${beside} kB`,
      String(packages),
      `${megabytes} MB`,
      scripts.map((name) => `\`${name}\``).join(', '),
    ];
  });
  const head = ['', 'adds to a page with tfjs', 'one file with tfjs', 'npm packages', 'on disk', 'install scripts'];
  return `${markdownTable([head, ...rows], { align: ['l', 'r', 'r', 'r', 'r', 'l'] })}\n`;
}
