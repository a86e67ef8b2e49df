import { testBackend } from '../../src/index.js';
import { registerAsynchronousBackend } from './asynchronous-backend.js';
import { plainBackend, SOUND, UNEVEN } from './plain-backend.js';

// A sound backend passes, however little it has: no fused kernels, one layout, one dtype, no synchronous reads.
const create = () => {
  const { capabilities, ...backend } = plainBackend();
  return { ...backend, tfBackend: registerAsynchronousBackend(), capabilities: { ...capabilities, syncReads: false } };
};
testBackend('a plain backend without synchronous reads', { create, runs: 2 });

// So does one that declares two products: no check makes a call that is in neither.
testBackend('a plain backend with gaps', { create: () => plainBackend(SOUND, UNEVEN), runs: 1 });
