import { mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

export default mergeConfig(shared, {
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: { enabled: true, include: ['test/*.test-d.ts'], tsconfig: 'test/tsconfig.json' },
  },
});
