import { testBackend } from '@cropgrad/conformance';
import { webglBackend } from '../../src/index.js';
import { IS_FULL, RUNS } from '../runs.js';
import { startWebGL, type Variant } from './variant.js';

/** Runs few checks of the conformance suite in a variant of WebGL, and all of them where there is time. */
export function runSuite(variant: Variant, few: readonly string[]): void {
  testBackend(`webgl, ${variant.precision}, ${variant.blends ? 'blending' : 'no float blending'}`, {
    create: async () => {
      await startWebGL(variant);
      return webglBackend;
    },
    runs: RUNS,
    ...(!IS_FULL && { checks: few }),
  });
}
