import { inNodeAndChromium } from '../../vitest.chromium.ts';

export default inNodeAndChromium({
  node: { test: { setupFiles: ['test/seed.ts'] } },
  // Vite would find these while the tests run, and load the page again.
  chromium: { optimizeDeps: { include: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm', 'fast-check'] } },
});
