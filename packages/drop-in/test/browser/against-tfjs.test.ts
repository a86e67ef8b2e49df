import '@cropgrad/backend-cpu';
import '@cropgrad/backend-webgl';
import '@cropgrad/backend-webgpu';
import { describe, it } from 'vitest';
import { sameCropAndResize, sameResize, sameTransform } from '../against-tfjs.js';

// On webgl each shape is a program of its own, which takes far longer to compile than to run.
const RUNS = { webgl: 6, webgpu: 25 };
const FULL_RUNS = { webgl: 200, webgpu: 1000 };

describe.each(['webgl', 'webgpu'] as const)("on %s, as tfjs's cpu does, within float32", (backend) => {
  const runs = (process.env.CROPGRAD_FULL ? FULL_RUNS : RUNS)[backend];
  it('cropAndResize', () => sameCropAndResize(runs, backend));
  it('resizeBilinear', () => sameResize(runs, backend));
  it('transform', () => sameTransform(runs, backend));
});
