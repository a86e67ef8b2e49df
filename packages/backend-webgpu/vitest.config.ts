import { inNodeAndChromium } from '../../vitest.chromium.ts';
import { swiftShaderFolder } from './test/chromium-folder.ts';

const hasDevice = swiftShaderFolder() !== undefined || process.env.CROPGRAD_REQUIRE_BROWSER === '1';
if (!hasDevice) {
  console.warn('Tests on WebGPU in Node are skipped: there is no Chromium, whose software driver they use.');
}

export default inNodeAndChromium({
  node: {
    test: {
      setupFiles: ['test/node/dawn.ts'],
      exclude: hasDevice ? [] : ['test/both/**', 'test/node/!(axis-formulas).test.ts'],
    },
  },
  chromium: {
    test: { setupFiles: ['test/watch-devices.ts'] },
    // Vite would find these while the tests run, and load the page again.
    optimizeDeps: { include: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-webgpu', 'fast-check'] },
  },
  args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
});
