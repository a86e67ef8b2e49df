import { testBackend } from '@cropgrad/conformance';
import { createCropBackend } from '../../src/crop-backend.js';
import { registerGpuJsBackend } from '../../src/index.js';
import { RUNS } from '../runs.js';

const name = 'gpujs-headlessgl';
registerGpuJsBackend({ name, mode: 'headlessgl' });
testBackend(name, { create: () => createCropBackend(name), runs: RUNS });
