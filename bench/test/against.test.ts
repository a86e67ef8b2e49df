import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { everyCell } from '../src/against/cells.js';
import { buildCheckout } from '../src/against/checkout.js';
import { type Compared, compare } from '../src/against/compare.js';
import { geometricMean, toMarkdown } from '../src/against/markdown.js';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

describe('cells', () => {
  const shared = { modes: ['bilinear', 'nearest'], paddingModes: ['zeros', 'border'] } as const;
  const names = everyCell(shared).map(({ name }) => name);

  test('have the modes and paddings that both commits know, and every workload', () => {
    expect(names).toContain('rotated, gridSample, bilinear, border, by points');
    expect(names.filter((name) => /bicubic|reflection/.test(name))).toEqual([]);
    const workloads = new Set(names.map((name) => name.split(',')[0]));
    expect([...workloads].join()).toBe('seed,photo,many,features,rotated,volume,seed NCHW,small');
    expect(new Set(names).size).toBe(names.length);
  });

  test('leave out what is no work of a kernel, and defaults alone are measured where a call takes long', () => {
    expect(names.filter((name) => /nearest.*by points|many.*border/.test(name))).toEqual([]);
  });
});

test.each(['wasm', 'cpu', 'gpujs'] as const)('%s of this checkout computes what it computes', async (backend) => {
  const plan = { ours: REPOSITORY, base: REPOSITORY, backend, rounds: 1, onProgress: () => {} };
  const compared = await compare({ ...plan, wanted: ({ workload }) => workload.name === 'small' });
  expect(compared.map(({ cell }) => cell.name)).toEqual(
    ['crop', 'gridSample'].flatMap((op) =>
      ['forward', 'by image', 'by points'].map((pass) => `small, ${op}, bilinear, zeros, ${pass}`),
    ),
  );
  for (const { difference, oursMs, baseMs, ratio } of compared) {
    expect(difference).toBe(0);
    expect(ratio.median).toBeCloseTo(baseMs / oursMs);
  }
});

test('the report has the means, and the cells that were slow or differ', () => {
  const [cell, other] = everyCell({ modes: ['bilinear'], paddingModes: ['zeros'] });
  const ratio = (median: number) => ({ median, low: median, high: median });
  const compared: Compared[] = [
    {
      ...{ cell, oursMs: 4, baseMs: 2, ratio: ratio(0.5), fastest: 0.96, difference: 0.25 },
      again: { ratio: ratio(0.98), fastest: 0.99 },
    },
    { cell: other, oursMs: 1, baseMs: 8, ratio: ratio(8), fastest: 6, difference: 0 },
  ];
  expect(geometricMean([0.5, 8])).toBeCloseTo(2);
  const page = toMarkdown(compared);
  expect(page).toMatch(/\| \*\*all\*\* +\| +0.500 \| +8.00 \| +– \| +\*\*2.00\*\* \|/);
  expect(page).toMatch(/\| seed, crop, bilinear, zeros, forward +\| +\*\*0.500\*\* .* 0.960 .*\*\*0.980\*\* .*0.990/);
  expect(page).toContain('Of the fastest calls alone, which what else the machine does cannot make faster: 2.40.');
  expect(page).toContain('1 of 2 are equal in every number; 1 differ by more than 0.00001 of their largest number:');
  expect(page).toContain('- seed, crop, bilinear, zeros, forward: 2.5e-1');
});

test('a folder that is no checkout is refused', async () => {
  await expect(buildCheckout('/tmp', 'cpu')).rejects.toThrow('expected a checkout of this repository');
});
