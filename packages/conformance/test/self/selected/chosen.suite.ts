import { testBackend } from '../../../src/index.js';
import { leaky } from './leaky.js';

testBackend('chosen', { create: leaky, runs: 1, checks: ['edge/empty/crop/2-D'] });
