import { expect, it } from 'vitest';
import { KNOWN_FAULTS } from '../../../examples/vectors/src/known-faults.js';
import { readSamplers, whoIsWrong, whoSamplesRight } from '../scripts/who-samples-right.js';

const rows = await readSamplers();

it('every sampler is in the table, with its version and how many vectors it passed', () => {
  const table = whoSamplesRight(rows)
    .split('\n')
    .map((line) => line.split('|').map((entry) => entry.trim()));
  for (const { sampler, groups } of rows) {
    const passed = groups.reduce((sum, { counts }) => sum + counts.passed, 0);
    const row = table.find(([, name, version]) => name === sampler.name && version === sampler.version);
    expect(row, sampler.name).toContain(String(passed));
  }
});

it('who is wrong most often comes first, and who is never wrong has no row, but is named', () => {
  const [table, sentence] = whoIsWrong(rows).split('\n\n');
  const shares = [...table.matchAll(/\| +\*\*(\d+)\*\* \| +(\d+) \|/g)].map(
    ([, wrong, of]) => Number(wrong) / Number(of),
  );
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  for (const { sampler, groups } of rows) {
    const wrong = groups.some(({ counts: { failed, crashed, hung } }) => failed + crashed + hung > 0);
    expect(table.includes(`| ${sampler.name} `), sampler.name).toBe(wrong);
    expect(sentence.includes(`${sampler.name} (of `), sampler.name).toBe(!wrong);
  }
});

it('every fault has the command that shows it again', () => {
  const page = whoSamplesRight(rows);
  for (const { sampler, vector } of KNOWN_FAULTS) expect(page).toContain(`--only "${sampler}" --vector ${vector}\n`);
});

it('a fault of a sampler that is no longer in the results has no version', () => {
  expect(whoSamplesRight([])).toContain('Version unknown.');
});
