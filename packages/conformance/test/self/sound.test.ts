import { testBackend } from '../../src/index.js';
import { plainBackend } from './plain-backend.js';

// A sound backend passes, however little it has: no fused kernels, one layout, one dtype.
testBackend('a plain backend', { create: () => Promise.resolve(plainBackend()), runs: 2 });
