import { testBackend } from '../../../src/index.js';
import { plainBackend } from '../plain-backend.js';

testBackend('misspelt', { create: () => plainBackend(), checks: ['edge/no-leek'] });
