import { testBackend } from '@cropgrad/conformance';
import { webgpuBackend } from '../../src/index.js';
import { IS_FULL } from '../runs.js';
import { testSomeOfTheSuite } from '../some-of-the-suite.js';

if (IS_FULL) testBackend('webgpu', { create: () => webgpuBackend, runs: 3 });
else testSomeOfTheSuite();
