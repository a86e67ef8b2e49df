import { expect, it } from 'vitest';
import { checks, mount, runCheck } from '../../src/index.js';
import { plainBackend, SOUND } from './plain-backend.js';

const ID = 'forward/gridSample/bilinear/zeros/alignCorners=false/2-D';

/** Reads 1 more than fillValue outside the image. */
const broken = (): ReturnType<typeof plainBackend> =>
  plainBackend({ ...SOUND, outside: ({ fillValue }) => fillValue + 1 });

async function failureOf(options: { runs: number; seed: number; path?: string }): Promise<string> {
  const check = checks.find(({ id }) => id === ID);
  if (!check) throw new TypeError(`there is no check ${ID}`);
  const mounted = await mount(broken());
  try {
    return (await runCheck(check, mounted, options)).failure ?? 'it passed';
  } finally {
    mounted.unmount();
  }
}

it('a failure names the element, what was expected and found, and the taps', async () => {
  const failure = await failureOf({ runs: 100, seed: 1 });
  expect(failure).toMatch(/output\[\d+,\d+,\d+,\d+\]: expected (\S+|\[\S+, \S+\]), got \S+/);
  expect(failure).toMatch(/taps expected: .*fillValue × 0?\.?\d+/);
  expect(failure).toMatch(/taps found: .*fillValue × \d/);
});

it('a failure is made small, and its seed and path give it again', async () => {
  const failure = await failureOf({ runs: 100, seed: 1 });
  expect(failure).toMatch(/image \[1,1,1,1\] =/);
  const [, seed, path] = failure.match(/--seed (\d+) --path '([\d:]+)'/) ?? [];
  const again = await failureOf({ runs: 100, seed: Number(seed), path });
  const [call] = failure.split('taps expected');
  expect(again).toContain(call);
});
