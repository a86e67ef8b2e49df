import { describe, expect, it } from 'vitest';
import { type Answer, type Expected, judge, type Vector } from '../../src/vectors/index.js';

const VECTOR: Vector = {
  id: 'grid_sample/one',
  tags: [],
  source: 'by hand',
  options: {},
  inputs: {},
  dy: { shape: [4], data: [1, 1, 1, 1] },
};
const EXPECTED: Expected = {
  output: {
    shape: [5],
    data: [1, 2, 'NaN', 4, 'Infinity'],
    tolerance: [0.5, 0, 0, 0, 0],
    intervals: {
      1: [
        [0, 1],
        [2, 3],
      ],
    },
    any: [3],
  },
};
const RIGHT = [1.5, 3, 'NaN', -100, 'Infinity'] as const;

function statusOf(...output: Extract<Answer, { output?: unknown }>['output'] & object): string {
  return judge(VECTOR, EXPECTED, { output }).status;
}

describe('an answer', () => {
  it('passes within the tolerance, in an interval, as the same NaN or infinity, and as anything', () => {
    expect(statusOf(...RIGHT)).toBe('passed');
    expect(statusOf(0.5, 0, 'NaN', 'NaN', 'Infinity')).toBe('passed');
  });

  it.each<[string, number, number | 'NaN' | '-Infinity']>([
    ['beyond the tolerance', 0, 1.5001],
    ['between two intervals', 1, 1.5],
    ['NaN in an interval', 1, 'NaN'],
    ['a number for NaN', 2, 0],
    ['the other infinity', 4, '-Infinity'],
    ['a number for an infinity', 4, 1e300],
  ])('fails: %s', (_what, element, got) => {
    const output = RIGHT.map((number, i) => (i === element ? got : number));
    expect(judge(VECTOR, EXPECTED, { output })).toMatchObject({ status: 'failed', element, got: Number(got) });
  });

  it.each<[string, Answer | undefined, RegExp]>([
    ['none', undefined, /there is no answer/],
    ['an empty one', {}, /the answer is empty/],
    ['too few numbers', { output: [1] }, /output has 1 numbers; expected 5/],
    ['a quantity that the vector has not', { d_boxes: [1] }, /grid_sample\/one has no d_boxes/],
    ['an error', { error: 'out of paper' }, /out of paper/],
  ])('fails: %s', (_what, answer, reason) => {
    expect(judge(VECTOR, EXPECTED, answer)).toMatchObject({ status: 'failed', reason: expect.stringMatching(reason) });
  });

  it('says what kept the sampler from one', () => {
    expect(judge(VECTOR, EXPECTED, { unsupported: 'no volumes' }).status).toBe('not supported');
    expect(judge(VECTOR, EXPECTED, { hung: 'after 10 s' }).status).toBe('hung');
    expect(judge(VECTOR, EXPECTED, { crashed: 'SIGSEGV' }).status).toBe('crashed');
  });
});
