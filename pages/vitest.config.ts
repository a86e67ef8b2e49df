import { mergeConfig } from 'vitest/config';
import { shared } from '../vitest.shared.ts';

/** Bundlers use every core by themselves, so one file at a time. */
export default mergeConfig(shared, {
  test: { include: ['test/**/*.test.ts'], globalSetup: ['test/packed.setup.ts'], fileParallelism: false },
});
