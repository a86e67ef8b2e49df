import { expect, it } from 'vitest';
import { BACKEND_NAMES } from '../playground/backends.js';
import { whyNotHere } from '../playground/worker/why-not-here.js';

const canvas = (context: unknown) =>
  class {
    getContext(): unknown {
      return context;
    }
  };
const gpu = (adapter: () => Promise<unknown>) => ({ requestAdapter: adapter });

it.each([
  ['webgpu', {}, /has no WebGPU/],
  ['webgpu', { gpu: gpu(async () => null) }, /no WebGPU adapter/],
  ['webgpu', { gpu: gpu(() => Promise.reject(new Error('no'))) }, /no WebGPU adapter/],
  ['webgl', {}, /no OffscreenCanvas/],
  ['webgl', { OffscreenCanvas: canvas(null) }, /no WebGL 2/],
] as const)('says why %s does not start, and what to choose', async (name, browser, words) => {
  const reason = await whyNotHere(name, browser);
  expect(reason).toMatch(words);
  const [, other] = /Choose (\w+)\.$/.exec(reason ?? '') ?? [];
  expect(BACKEND_NAMES).toContain(other);
});

it('lets all start where there is everything, and where nothing is needed', async () => {
  const everything = { gpu: gpu(async () => ({})), OffscreenCanvas: canvas({}) };
  for (const name of BACKEND_NAMES) expect(await whyNotHere(name, everything)).toBeUndefined();
  expect(await whyNotHere('cpu', {})).toBeUndefined();
});
