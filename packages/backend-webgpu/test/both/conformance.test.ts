import { testBackend } from '@cropgrad/conformance';
import { webgpuBackend } from '../../src/index.js';
import { IS_FULL, RUNS } from '../runs.js';
import { SOME_CHECKS } from '../some-checks.js';

testBackend('webgpu', { create: () => webgpuBackend, runs: RUNS, ...(!IS_FULL && { checks: SOME_CHECKS }) });
