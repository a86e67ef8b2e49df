import { describe, expect, it } from 'vitest';
import { answersOfPeer, antialiasCases } from '../src/antialias-fixtures.js';
import { answersOf } from '../src/checks/fixtures.js';
import { exactKinkCases, fixtureCases } from '../src/fixtures.js';
import { oracle } from '../src/oracle/index.js';

/** The largest difference, relative to the largest magnitude of what is expected (at least 1). */
function error(got: Float64Array, expected: readonly number[]): number {
  expect(got.length).toBe(expected.length);
  const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  return expected.reduce((worst, value, i) => Math.max(worst, Math.abs(got[i] - value)), 0) / scale;
}

describe.each([
  ['away from kinks', fixtureCases()],
  ['at kinks', exactKinkCases()],
])('the oracle agrees with float64 PyTorch %s', (_, cases) => {
  it.each(cases.map((fixture) => [fixture.id, fixture] as const))('%s', (_id, fixture) => {
    for (const [quantity, { data }] of answersOf(fixture)) {
      expect(error(oracle(fixture, quantity), data), quantity).toBeLessThan(1e-12);
    }
  });

  it('has cases', () => expect(cases.length).toBeGreaterThan(30));
});

describe('the oracle under antialias agrees with PyTorch, Pillow and JAX', () => {
  it.each(antialiasCases().map((fixture) => [fixture.id, fixture] as const))('%s', (_id, fixture) => {
    for (const [quantity, { data }] of answersOfPeer(fixture)) {
      expect(error(oracle(fixture, quantity), data), quantity).toBeLessThan(fixture.accuracy ?? 1e-12);
    }
  });

  it('has cases of each', () => {
    const peers = antialiasCases().map(({ peer }) => peer);
    for (const peer of ['torch', 'pillow', 'jax'] as const) expect(peers).toContain(peer);
  });
});
