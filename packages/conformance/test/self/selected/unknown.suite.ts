import { testBackend } from '../../../src/index.js';
import { plainBackend } from '../plain-backend.js';

testBackend('unknown', { create: () => plainBackend(), knownFailures: { 'edge/no-leek': 'misspelt' } });
