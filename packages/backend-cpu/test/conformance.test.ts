import { testBackend } from '@cropgrad/conformance';
import { cpuBackend } from '../src/index.js';

/** All the cases that the suite draws by default take a minute: they are for `pnpm test:long`. */
const runs = process.env.CROPGRAD_FULL ? 100 : 20;

testBackend('backend-cpu', { create: () => cpuBackend, runs, failures: 'test/failures.json' });
