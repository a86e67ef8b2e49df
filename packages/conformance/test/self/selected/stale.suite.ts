import { testBackend } from '../../../src/index.js';
import { plainBackend } from '../plain-backend.js';

testBackend('stale', {
  create: () => plainBackend(),
  runs: 1,
  knownFailures: { 'edge/no-leak/affineGrid/2-D': 'it leaked once' },
});
