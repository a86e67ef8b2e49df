import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readTrials } from '../src/learning-rates.js';
import { NET_NAMES } from '../src/nets.js';
import { RESULTS } from '../src/results.js';
import { train } from '../src/train.js';
import { useWasm } from '../src/use-wasm.js';

const out = mkdtempSync(join(tmpdir(), 'spatial-transformer-'));
beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(out, { recursive: true });
});

// With convolutions it takes minutes.
const isFull = process.env.CROPGRAD_FULL === '1';

it('after 300 steps on RTS, nets with a transformer err much less', async () => {
  await useWasm();
  const nets = isFull ? NET_NAMES : (['FCN', 'ST-FCN'] as const);
  const work = { sets: ['RTS'], nets, seeds: [1], steps: 300, out, checkpoints: out, deadline: Infinity } as const;
  const results = await train(work, await readTrials(RESULTS));
  expect(results.map(({ net }) => net)).toEqual(nets);
  const [fcn, stFcn, cnn, stCnn] = results.map(({ test }) => test);
  expect(stFcn.error).toBeLessThan(0.75 * fcn.error);
  expect(stFcn.blankViews).toBeLessThan(10);
  if (isFull) expect(stCnn.error).toBeLessThan(0.75 * cnn.error);
  // It finds the digits: they lie nearer to the middle in what the classifier sees.
  expect(fcn.seen.offset).toBeCloseTo(fcn.given.offset, 5);
  expect(stFcn.seen.offset).toBeLessThan(0.75 * stFcn.given.offset);

  const { width, height } = await sharp(readFileSync(join(out, 'RTS-ST-FCN-1.png'))).metadata();
  expect({ width, height }).toEqual({ width: 884, height: 180 });
  // What has a result is not trained again.
  const began = performance.now();
  const again = await train({ ...work, deadline: began }, await readTrials(RESULTS));
  expect(again).toEqual(results);
});
