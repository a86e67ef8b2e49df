import { expect, it } from 'vitest';
import { KNOWN_FAULTS } from '../../../examples/vectors/src/known-faults.js';
import { readSamplers, whoSamplesRight } from '../scripts/who-samples-right.js';

const rows = await readSamplers();

it('every sampler is in the table, with its version and how many vectors it passed', () => {
  const table = whoSamplesRight(rows)
    .split('\n')
    .map((line) => line.split('|').map((entry) => entry.trim()));
  for (const { sampler, groups } of rows) {
    const passed = groups.reduce((sum, { counts }) => sum + counts.passed, 0);
    const row = table.find(([, name]) => name === sampler.name);
    expect(row, sampler.name).toEqual(expect.arrayContaining([sampler.version, String(passed)]));
  }
});

it('every fault has the command that shows it again', () => {
  const page = whoSamplesRight(rows);
  for (const { sampler, vector } of KNOWN_FAULTS) expect(page).toContain(`--only "${sampler}" --vector ${vector}\n`);
});

it('a fault of a sampler that is no longer in the results has no version', () => {
  expect(whoSamplesRight([])).toContain('Version unknown.');
});
