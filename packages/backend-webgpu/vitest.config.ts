import { mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';
import { swiftShaderFolder } from './test/chromium-folder.ts';

const hasDevice = swiftShaderFolder() !== undefined || process.env.CROPGRAD_REQUIRE_BROWSER === '1';
if (!hasDevice) {
  console.warn(
    'Tests on WebGPU are skipped: there is no Chromium, whose software driver they use. CHROMIUM may name one.',
  );
}

export default mergeConfig(shared, {
  test: {
    include: hasDevice ? ['test/**/*.test.ts'] : ['test/axis-formulas.test.ts'],
    setupFiles: ['test/dawn.ts'],
  },
});
