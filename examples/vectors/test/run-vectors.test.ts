import { fileURLToPath } from 'node:url';
import { compare, type Vector, type VectorGroup } from '@cropgrad/conformance/vectors';
import { describe, expect, it } from 'vitest';
import { explainFailures } from '../src/explain-failures.js';
import { explainVector } from '../src/explain-vector.js';
import { askedOf, type RunnerCommand, runVectors } from '../src/run-vectors.js';

/** Long enough for a process that answers at once, on a machine that is busy. */
const LIMIT = 2000;

const GROUP: VectorGroup = {
  function: 'grid_sample',
  group: 'middle',
  about: 'the middle pixel of three',
  vectors: ['first', 'second', 'third'].map(vectorOf),
  expected: Object.fromEntries(
    ['first', 'second', 'third'].map((id) => [id, { output: { shape: [1, 1, 1, 1], data: [2], tolerance: 0 } }]),
  ),
};

function vectorOf(id: string): Vector {
  return {
    id,
    tags: [],
    source: 'this test',
    options: { mode: 'nearest', padding_mode: 'zeros', align_corners: false },
    inputs: {
      image: { shape: [1, 1, 1, 3], data: [1, 2, 3] },
      grid: { shape: [1, 1, 1, 2], data: [0, 0] },
    },
    dy: { shape: [1, 1, 1, 1], data: [1] },
  };
}

function fake(...args: string[]): RunnerCommand {
  return { file: process.execPath, args: [fileURLToPath(new URL('fake-runner.js', import.meta.url)), ...args] };
}

describe('runVectors', () => {
  it('asks for every vector', async () => {
    const { sampler, answers } = await runVectors(fake(), askedOf(GROUP), LIMIT);
    expect(sampler).toEqual({ name: 'fake', version: '1' });
    expect(answers).toEqual({ first: { output: [2] }, second: { output: [2] }, third: { output: [2] } });
  });

  it('goes on behind a vector that the sampler crashes on', async () => {
    const { answers } = await runVectors(fake('crashes'), askedOf(GROUP), LIMIT);
    expect(answers).toEqual({ first: { output: [2] }, second: { crashed: 'exit status 3' }, third: { output: [2] } });
  });

  it('goes on behind a vector that the sampler hangs on', async () => {
    const { answers } = await runVectors(fake('hangs'), askedOf(GROUP), LIMIT);
    const second = { hung: 'no answer after 2 seconds' };
    expect(answers).toEqual({ first: { output: [2] }, second, third: { output: [2] } });
  });

  it('rejects with the last words of a sampler that does not start', async () => {
    const { file, args } = fake('does not start');
    await expect(runVectors({ file, args }, askedOf(GROUP), LIMIT)).rejects.toThrow('it did not start');
    await expect(runVectors({ file: '/nowhere/at-all', args }, askedOf(GROUP), LIMIT)).rejects.toThrow('ENOENT');
  });
});

describe('a sampler that is wrong', () => {
  it('has the taps of its first failure in its row', async () => {
    const runner = fake('is wrong');
    const result = compare([GROUP], await runVectors(runner, askedOf(GROUP), LIMIT));
    const { groups } = await explainFailures(result, [GROUP], runner, LIMIT);
    expect(groups[0].counts).toMatchObject({ passed: 2, failed: 1 });
    expect(groups[0].failures).toEqual(['second: output[0]: expected 2 ± 0, got 1']);
    expect(groups[0].explained).toEqual({
      id: 'second',
      taps: 'taps expected: image[0,0,0,1] × 1\ntaps found:    image[0,0,0,0] × 1',
    });
  });

  it('is explained in full, one vector at a time', async () => {
    const text = await explainVector('fake', [GROUP], 'second', fake('is wrong'), LIMIT);
    expect(text).toContain('fake 1, second: failed');
    expect(text).toContain('"image":{"shape":[1,1,1,3],"data":[1,2,3]}');
    expect(text).toContain('taps found:    image[0,0,0,0] × 1');
    expect(await explainVector('fake', [GROUP], 'first', fake('is wrong'), LIMIT)).toContain('first: passed');
    await expect(explainVector('fake', [GROUP], 'fourth', fake(), LIMIT)).rejects.toThrow('no vector fourth');
  });
});
