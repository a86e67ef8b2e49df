import { mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

/** The test whose workers and Redis are killed, which takes a minute or more. */
export default mergeConfig(shared, { test: { include: ['test/killed/*.test.ts'] } });
