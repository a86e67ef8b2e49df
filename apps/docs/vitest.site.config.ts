import { mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

/** The tests that drive the built site in Chromium; `pnpm --filter docs build` makes it. */
export default mergeConfig(shared, { test: { include: ['test/*.site.ts'] } });
