import { describe, expect, it } from 'vitest';
import { readRuntimes, runtimesTable } from '../scripts/runtimes.js';
import { readSizes, sizesTable } from '../scripts/sizes.js';

/** The rows of a Markdown table below its head, each with its entries. */
function rowsOf(table: string): string[][] {
  const lines = table.trim().split('\n').slice(2);
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((entry) => entry.trim()),
  );
}

describe('the table of sizes', () => {
  it('has each backend, with its own numbers', () => {
    const sizes = [
      { name: 'added, wasm', size: 1400 },
      { name: 'one file, wasm', size: 271_600 },
      { name: 'beside it, wasm', size: 137_000 },
      { name: 'added, gpujs', size: 191_000 },
    ];
    const installed = {
      wasm: { packages: 16, megabytes: 64, scripts: [] },
      gpujs: { packages: 164, megabytes: 175, scripts: ['gl'] },
    };
    expect(rowsOf(sizesTable({ sizes, installed }))).toEqual([
      ['wasm', '1 kB', '272 + 137 kB', '16', '64 MB', ''],
      ['gpujs', '191 kB', '', '164', '175 MB', '`gl`'],
    ]);
  });

  it('of what is committed has a number for each backend, and a file for all but gpujs', async () => {
    const rows = rowsOf(sizesTable(await readSizes()));
    expect(rows.map(([backend]) => backend)).toEqual(['cpu', 'wasm', 'webgl', 'webgpu', 'gpujs']);
    for (const [backend, added, file] of rows) {
      expect(added).toMatch(/^\d+ kB$/);
      expect(file === '').toBe(backend === 'gpujs');
    }
  });
});

describe('the table of runtimes', () => {
  it('shows what failed', () => {
    const good = { backend: 'cpu', program: 'as it says', passed: 5, failed: [], fixtures: 2 } as const;
    const bad = { backend: 'wasm', program: { printed: '' }, passed: 4, failed: ['a'], fixtures: 1 } as const;
    const table = runtimesTable([{ title: 'Node', version: '1.2.3', backends: [good, bad] }]);
    expect(rowsOf(table)).toEqual([['Node 1.2.3', 'runs', '2', '5/5', '**fails**', '1', '**4/5**']]);
  });

  it('of what is committed has each runtime on both backends', async () => {
    const rows = rowsOf(runtimesTable(await readRuntimes()));
    expect(rows.map(([name]) => name.replace(/(\d+)\.[\d.]+$/, '$1'))).toEqual([
      'Node 20',
      'Node 22',
      'Node 24',
      'Node 26',
      'Deno 2',
      'Bun 1',
    ]);
    for (const row of rows) expect(row).not.toContain('');
  });
});
