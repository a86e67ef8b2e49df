import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KNOWN_FAULTS } from '../src/known-faults.js';
import { readResults } from '../src/results.js';
import { tableOf } from '../src/table-of.js';

const RESULTS = fileURLToPath(new URL('../results', import.meta.url));
const MANIFEST = new URL('../../../packages/conformance/vectors/manifest.json', import.meta.url);

const rows = await readResults(RESULTS);
const again = 'stale: run `npx -y pnpm --filter @cropgrad/example-vectors start --out results`';

describe('the committed results', () => {
  it('are of every vector that there is', async () => {
    const { groups } = JSON.parse(await readFile(MANIFEST, 'utf8')) as { groups: { group: string; vectors: number }[] };
    for (const { sampler, groups: own } of rows) {
      const counts = own.map((one) => ({
        group: one.group,
        vectors: Object.values(one.counts).reduce((sum, count) => sum + count),
      }));
      expect(counts, `${sampler.name}: ${again}`).toEqual(groups.map(({ group, vectors }) => ({ group, vectors })));
    }
  });

  it('have cropgrad on five backends, without a failure, and at least eight other samplers', () => {
    const ours = rows.filter(({ sampler }) => sampler.name.startsWith('cropgrad '));
    expect(ours.map(({ sampler }) => sampler.name.slice(9)).sort()).toEqual([
      'cpu',
      'gpujs',
      'wasm',
      'webgl',
      'webgpu',
    ]);
    expect(ours.flatMap(({ groups }) => groups.flatMap(({ failures }) => failures))).toEqual([]);
    expect(rows.length - ours.length).toBeGreaterThanOrEqual(8);
  });

  it('have a table of their own', async () => {
    expect(await readFile(`${RESULTS}/table.md`, 'utf8'), again).toBe(`${tableOf(rows)}\n`);
  });

  it('name no file of the machine that they were made on', () => {
    expect(JSON.stringify(rows)).not.toMatch(/\/(tmp|home|root|work|Users)\//);
  });
});

describe('known faults', () => {
  for (const { sampler, what, vector } of KNOWN_FAULTS) {
    it(`${sampler}: ${what}`, () => {
      const row = rows.find((one) => one.sampler.name === sampler);
      const failures = row?.groups.flatMap((group) => group.failures) ?? [];
      expect(
        failures.filter((failure) => failure.startsWith(`${vector} (`) || failure.startsWith(`${vector}:`)),
      ).toHaveLength(1);
    });
  }
});
