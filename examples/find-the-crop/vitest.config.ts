import { inNodeAndChromium } from '../../vitest.chromium.ts';

export default inNodeAndChromium({
  node: { test: { exclude: ['test/long/**'] } },
  others: [{ test: { name: 'long', include: ['test/long/**/*.test.ts'] } }],
  // Vite would find these while the tests run, and load the page again.
  chromium: { optimizeDeps: { include: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-webgpu'] } },
  args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
});
