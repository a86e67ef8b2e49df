import { testBackend } from '@cropgrad/conformance';
import { capabilitiesOf } from '@cropgrad/core/backend';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { webglBackend } from '../../src/index.js';
import { RUNS } from '../runs.js';

testBackend('webgl', {
  create: async () => {
    await tf.setBackend('webgl');
    return { ...webglBackend, capabilities: capabilitiesOf(webglBackend, tf.backend() as MathBackendWebGL) };
  },
  runs: RUNS,
});
