/**
 * Importing this lets conv nets train on tfjs's `wasm` backend: `import '@cropgrad/layers/wasm-training'`. It registers there
 * the kernel Conv2DBackpropFilter, which tfjs's wasm lacks, and a faster Conv2DBackpropInput. Both call tfjs's own conv2d.
 * Needs only tfjs-core and tfjs-backend-wasm, and exports nothing.
 *
 * @packageDocumentation
 */
import '@tensorflow/tfjs-backend-wasm';
import { registerFilterGradient } from './wasm/filter-gradient.js';
import { registerInputGradient } from './wasm/input-gradient.js';

registerFilterGradient();
registerInputGradient();
