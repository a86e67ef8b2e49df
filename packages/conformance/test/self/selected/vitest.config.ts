import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import { shared } from '../../../../../vitest.shared.ts';

export default mergeConfig(shared, {
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { include: ['*.suite.ts'] },
});
