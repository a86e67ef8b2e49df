import { inNodeAndChromium } from '../../vitest.chromium.ts';

export default inNodeAndChromium({
  chromium: {
    // Vite would find these while the tests run, and load the page again.
    optimizeDeps: { include: ['gpu.js', '@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs'] },
  },
});
