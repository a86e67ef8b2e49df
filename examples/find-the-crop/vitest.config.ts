import { inNodeAndChromium } from '../../vitest.chromium.ts';

export default inNodeAndChromium({
  // Vite would find these while the tests run, and load the page again.
  chromium: { optimizeDeps: { include: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-webgpu'] } },
  args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
});
