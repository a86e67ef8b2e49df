import { checks, testBackend } from '../../src/index.js';
import { antialiasBackend } from './antialias-backend.js';
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

// And so does one that antialiases, of which the broken ones are made.
const sound = antialiasBackend();
const about = checks.filter(({ id, applies }) => id.includes('/antialias') && applies(sound)).map(({ id }) => id);
testBackend('a plain backend with antialias', { create: () => sound, runs: 1, checks: about });
