import { inNodeAndChromium } from '../../vitest.chromium.ts';

export default inNodeAndChromium({
  chromium: {
    // Vite would find these while the tests run, and load the page again.
    optimizeDeps: {
      include: [
        '@tensorflow/tfjs-core',
        '@tensorflow/tfjs-backend-cpu',
        '@tensorflow/tfjs-backend-webgl',
        '@tensorflow/tfjs-backend-webgpu',
        'fast-check',
      ],
    },
  },
  args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
});
