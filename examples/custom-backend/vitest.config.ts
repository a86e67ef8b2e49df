import { mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

// outside.test.ts packs the packages and takes a minute: `pnpm test:pages`. The six-line test runs there; here it is `pnpm test:long`.
export default mergeConfig(shared, { test: { include: ['test/{outside,readme}.test.ts'] } });
