import { inNodeAndChromium } from '../../vitest.chromium.ts';
import { IS_FULL } from './test/runs.ts';

export default inNodeAndChromium({
  chromium: {
    test: {
      setupFiles: ['test/browser/watch-contexts.ts'],
      // Where floats are blended into half floats, which no device is known to do.
      exclude: IS_FULL ? [] : ['test/browser/suite-f16-blending.test.ts'],
    },
    // Vite would find these while the tests run, and load the page again.
    optimizeDeps: {
      include: [
        '@tensorflow/tfjs-core',
        '@tensorflow/tfjs-backend-cpu',
        '@tensorflow/tfjs-backend-webgl',
        '@tensorflow/tfjs',
      ],
    },
  },
});
