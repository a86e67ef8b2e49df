import { inNodeAndChromium } from '../../vitest.chromium.ts';

export default inNodeAndChromium({
  node: { test: { setupFiles: ['test/seed.ts'] } },
  // Vite would find these while the tests run, and load the page again.
  chromium: {
    optimizeDeps: {
      include: [
        '@tensorflow/tfjs',
        '@tensorflow/tfjs-layers',
        '@tensorflow/tfjs-backend-webgl',
        '@tensorflow/tfjs-backend-webgpu',
      ],
    },
  },
  args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
});
