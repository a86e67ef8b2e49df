import '@cropgrad/backend-cpu';
import '@cropgrad/backend-gpujs';
import '@cropgrad/backend-wasm';
import { describe, it } from 'vitest';
import { sameCropAndResize, sameResize, sameTransform } from './against-tfjs.js';

const FULL = Boolean(process.env.CROPGRAD_FULL);

describe.each([
  ['cpu', FULL ? 10_000 : 100],
  ['wasm', FULL ? 10_000 : 50],
  ['gpujs', FULL ? 1000 : 50],
] as const)("on %s, as tfjs's cpu does", (backend, runs) => {
  it('cropAndResize', () => sameCropAndResize(runs, backend));
  it('resizeBilinear', () => sameResize(runs, backend));
  it('transform', () => sameTransform(runs, backend));
});
