import '@cropgrad/backend-cpu';
import '@cropgrad/backend-gpujs';
import '@cropgrad/backend-wasm';
import { describe, it } from 'vitest';
import { sameCropAndResize, sameResize, sameTransform } from './against-tfjs.js';

const RUNS = process.env.CROPGRAD_FULL ? 10_000 : 100;

describe.each(['cpu', 'wasm', 'gpujs'])("on %s, as tfjs's cpu does", (backend) => {
  it('cropAndResize', () => sameCropAndResize(RUNS, backend));
  it('resizeBilinear', () => sameResize(RUNS, backend));
  it('transform', () => sameTransform(RUNS, backend));
});
