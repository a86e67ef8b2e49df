import { testBackend } from '../../src/index.js';
import { registerAsynchronousBackend } from './asynchronous-backend.js';
import { plainBackend } from './plain-backend.js';

// A sound backend passes, however little it has: no fused kernels, one layout, one dtype, no synchronous reads.
const create = () => ({ ...plainBackend(), tfBackend: registerAsynchronousBackend() });
testBackend('a plain backend without synchronous reads', { create, runs: 2 });
