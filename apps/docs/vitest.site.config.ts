import { mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

/** The tests that drive the built site in Chromium; `pnpm --filter docs build` makes it. Pages wait more than they compute. */
export default mergeConfig(shared, {
  test: {
    include: ['test/*.site.ts'],
    maxWorkers: 2,
    // A wait this long, in milliseconds, is for something that will never come.
    expect: { poll: { timeout: 180_000 } },
  },
});
