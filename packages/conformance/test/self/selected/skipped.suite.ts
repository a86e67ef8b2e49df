import { testBackend } from '../../../src/index.js';
import { plainBackend } from '../plain-backend.js';

// The plain backend has no fused kernel, so that this check does not run for it.
testBackend('skipped', {
  create: () => plainBackend(),
  knownFailures: { 'law/identity/crop/bilinear/2-D': 'it is not bit-exact' },
});
