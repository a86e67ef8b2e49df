import { testBackend } from '../../../src/index.js';
import { leaky } from './leaky.js';

testBackend('broken', { create: leaky, runs: 1 });
