import type { ViteUserConfig } from 'vitest/config';
import { inNodeAndChromium } from '../../vitest.chromium.ts';
import { whyNotHeadlessGL } from './test/headlessgl/why-not-headless-gl.ts';

/** The tests in gpu.js's mode headlessgl: those in test/headlessgl and test/both. */
const headlessGL: ViteUserConfig = {
  test: { name: 'headlessgl', include: ['test/{headlessgl,both}/**/*.test.ts'], provide: { mode: 'headlessgl' } },
};

// An install does not build the package gl: that takes minutes.
const reason = whyNotHeadlessGL();
if (reason !== undefined) console.warn(`Tests in mode headlessgl are skipped: ${reason}`);

export default inNodeAndChromium({
  node: { test: { exclude: ['test/headlessgl/**'], provide: { mode: 'webasm' } } },
  chromium: {
    test: { provide: { mode: 'webgl2' } },
    // Vite would find these while the tests run, and load the page again.
    optimizeDeps: { include: ['gpu.js', '@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs'] },
  },
  others: reason === undefined ? [headlessGL] : [],
});
