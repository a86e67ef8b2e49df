import { mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

// The six-line test runs on packed packages, in outside.test.ts; here it is `pnpm test:long`.
export default mergeConfig(shared, { test: { include: ['test/{outside,readme}.test.ts'] } });
