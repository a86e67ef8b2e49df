import { inNodeAndChromium } from '../../vitest.chromium.ts';

export default inNodeAndChromium({
  chromium: {
    test: { setupFiles: ['test/browser/watch-contexts.ts'] },
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
