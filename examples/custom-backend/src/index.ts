import '@tensorflow/tfjs-backend-cpu';
import { registerCropBackend } from '@cropgrad/core/backend';
import { plainBackend } from './plain-backend.js';

registerCropBackend(plainBackend());

export { plainBackend };
