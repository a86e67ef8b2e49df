import { testBackend } from '../../../src/index.js';
import { leaky } from './leaky.js';

testBackend('expected', {
  create: async () => leaky(),
  runs: 1,
  knownFailures: { 'edge/no-leak/affineGrid/2-D': 'it leaks' },
});
