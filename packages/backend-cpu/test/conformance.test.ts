import { testBackend } from '@cropgrad/conformance';
import { cpuBackend } from '../src/index.js';

testBackend('backend-cpu', { create: () => cpuBackend });
