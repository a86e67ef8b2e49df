/**
 * Importing this package makes cropgrad work on tfjs's `webgl` backend, the default of web pages:
 * `import '@cropgrad/backend-webgl'`, and `await tf.setBackend('webgl')`.
 *
 * @packageDocumentation
 */
import '@tensorflow/tfjs-backend-webgl';
import { registerCropBackend } from '@cropgrad/core/backend';
import { webglBackend } from './webgl-backend.js';

registerCropBackend(webglBackend);

export { webglBackend };
