import { inNodeAndChromium } from '../../vitest.chromium.ts';

/** The page as Vite builds it, in Node, by a Chromium of its own; and its parts, in Chromium. */
export default inNodeAndChromium({
  chromium: {
    // Any error that the GPU reports fails.
    test: { setupFiles: ['../../packages/backend-webgpu/test/watch-devices.ts'] },
    // Vite would find these while the tests run, and load the page again.
    optimizeDeps: {
      include: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-webgl', '@tensorflow/tfjs-backend-webgpu'],
    },
  },
  args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
});
