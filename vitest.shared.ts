import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Runs every package's tests on the sources themselves, so that no build is needed first. */
export const shared: ViteUserConfig = defineConfig({
  resolve: { conditions: ['cropgrad-source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['cropgrad-source', 'module', 'node', 'development|production'] } },
  test: {
    // No test has a wall-clock limit: machines differ.
    testTimeout: 0,
    hookTimeout: 0,
    // tfjs greets every Node process with the advice to install tfjs-node.
    onConsoleLog: (log) => !log.includes('looks like you are running TensorFlow.js in Node.js'),
  },
});
