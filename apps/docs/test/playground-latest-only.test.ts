import { expect, it } from 'vitest';
import { latestOnly } from '../playground/latest-only.js';

it('works on one input at a time, and of those that wait only on the last', async () => {
  const begun: number[] = [];
  const finish: (() => void)[] = [];
  const take = latestOnly((input: number) => {
    begun.push(input);
    return new Promise<void>((resolve) => finish.push(resolve));
  });
  take(1);
  take(2);
  take(3);
  expect(begun).toEqual([1]);
  finish[0]();
  await Promise.resolve();
  await Promise.resolve();
  expect(begun).toEqual([1, 3]);
  finish[1]();
  await Promise.resolve();
  await Promise.resolve();
  take(4);
  expect(begun).toEqual([1, 3, 4]);
});
