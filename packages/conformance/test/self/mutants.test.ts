import { describe, expect, it } from 'vitest';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../src/defaults.js';
import { type Check, checks, mount, runCheck } from '../../src/index.js';
import { MUTANTS, type Mutant } from './mutants/index.js';

/** Which checks killed each mutant, as the run found. */
const killed = new Map<Mutant, string[]>();

describe.each(Object.entries(MUTANTS))('mutants: %s', (_group, mutants) => {
  it.each(mutants.map((mutant) => [mutant.mistake, mutant] as const))('%s', async (_mistake, mutant) => {
    const mounted = await mount(mutant.make());
    try {
      const kills: string[] = [];
      for (const id of mutant.killers) {
        const check = checkOf(id);
        expect(check.applies(mounted.backend), id).toBe(true);
        const { failure } = await runCheck(check, mounted, { runs: DEFAULT_RUNS, seed: DEFAULT_SEED });
        if (failure !== undefined) kills.push(id);
      }
      killed.set(mutant, kills);
      expect(kills, 'the checks that kill it').toEqual(mutant.killers);
    } finally {
      mounted.unmount();
    }
  });
});

it('MUTANTS.md is what this run found', async () => {
  expect(killed.size).toBe(Object.values(MUTANTS).flat().length);
  expect(killed.size).toBeGreaterThanOrEqual(24);
  await expect(report()).toMatchFileSnapshot('../../MUTANTS.md');
});

function checkOf(id: string): Check {
  const check = checks.find((candidate) => candidate.id === id);
  if (!check) throw new TypeError(`there is no check ${id}`);
  return check;
}

/** What MUTANTS.md must say. */
function report(): string {
  const count = Object.values(MUTANTS).flat().length;
  const sections = Object.entries(MUTANTS).map(([group, mutants]) => {
    const entries = mutants.map((mutant) => [`- ${mutant.mistake}`, ...killersOf(mutant)].join('\n'));
    return `## ${group}\n\n${entries.join('\n')}`;
  });
  const intro = [
    '# Mutants',
    '',
    `The suite tests itself: ${count} backends with one realistic mistake each, and the checks that catch it. This page is`,
    'written by `pnpm --filter @cropgrad/conformance test -u`; the test fails when it is out of date or a mutant survives.',
  ].join('\n');
  return `${[intro, ...sections].join('\n\n')}\n`;
}

function killersOf(mutant: Mutant): string[] {
  const kills = killed.get(mutant) ?? [];
  return kills.length === 0 ? ['  - **survives**'] : kills.map((id) => `  - \`${id}\``);
}
