/**
 * Importing this package makes cropgrad work on tfjs's `webgpu` backend: `import '@cropgrad/backend-webgpu'`, and
 * `await tf.setBackend('webgpu')`.
 *
 * @packageDocumentation
 */
import '@tensorflow/tfjs-backend-webgpu';
import { registerCropBackend } from '@cropgrad/core/backend';
import { webgpuBackend } from './webgpu-backend.js';

registerCropBackend(webgpuBackend);

export { webgpuBackend };
