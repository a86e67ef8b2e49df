import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import type { PoolOptions, VitestPluginContext } from 'vitest/node';
import { shared } from '../vitest.shared.ts';
import { CheapFirst } from './cheap-first.ts';
import { KeptThread } from './kept-thread.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
export default mergeConfig(shared, {
  plugins: [
    {
      name: 'kept-thread',
      // Stryker asks for a pool of its own, so this one is put in its place once all is said.
      configureVitest({ project }: VitestPluginContext) {
        project.config.pool = 'kept-thread';
        project.config.poolRunner = {
          name: 'kept-thread',
          createPoolWorker: (options: PoolOptions) => new KeptThread(options),
        };
      },
    },
  ],
  resolve: {
    // In the copy that Stryker works on, node_modules still lead to the packages it was copied from.
    alias: [
      { find: /^@cropgrad\/backend-cpu\/kernels$/, replacement: at('../packages/backend-cpu/src/kernels.ts') },
      { find: /^@cropgrad\/core\/backend$/, replacement: at('../packages/core/src/backend/index.ts') },
      { find: /^@cropgrad\/([a-z-]+)$/, replacement: at('../packages/$1/src/index.ts') },
    ],
  },
  test: {
    root: at('..'),
    include: ['mutation/*.test.ts', 'packages/core/test/*.test.ts', 'packages/backend-cpu/test/*.test.ts'],
    // Left out: what takes seconds, needs a process of its own or other backends, or is about packages as they are published.
    exclude: [
      'packages/core/test/{packed-project,umbrella,memory,no-backend,other-backends,refusals,wasm-files}.test.ts',
      'packages/backend-cpu/test/{conformance,kernels,long-sums,shared-image}.test.ts',
    ],
    setupFiles: ['mutation/setup.ts'],
    isolate: false,
    sequence: { sequencer: CheapFirst },
  },
});
