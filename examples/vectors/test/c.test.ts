import { fileURLToPath } from 'node:url';
import { compare, readVectors } from '@cropgrad/conformance/vectors';
import { expect, it } from 'vitest';
import { askedOf, runVectors } from '../src/run-vectors.js';
import { RUNNERS } from '../src/runners.js';

const VECTORS = fileURLToPath(new URL('../../../packages/conformance/vectors', import.meta.url));

const command = RUNNERS.find(({ name }) => name.startsWith('C,'))?.command() ?? { absent: 'there is no such runner' };
if ('absent' in command) console.log(`The runner in C is not tested: ${command.absent}`);

it.skipIf('absent' in command)('the runner in C, written from the page, answers as the page says', async () => {
  if ('absent' in command) throw new Error(command.absent);
  const groups = (await readVectors(VECTORS)).filter((group) => group.function === 'grid_sample');
  const answers = await runVectors(command, groups.flatMap(askedOf), 10_000);
  const results = compare(groups, answers).groups;
  expect(results.flatMap(({ failures }) => failures)).toEqual([]);
  expect(results.reduce((sum, { counts }) => sum + counts.passed, 0)).toBeGreaterThan(400);
});
