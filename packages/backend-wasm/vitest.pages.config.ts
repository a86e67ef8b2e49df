import { mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

/** The tests that pack the packages, bundle them and load what comes out; they take a minute. */
export default mergeConfig(shared, { test: { include: ['test/pages/**/*.test.ts'] } });
