/**
 * Importing this lets conv nets train on tfjs's `wasm` backend: `import '@cropgrad/layers/wasm-training'`. It registers there
 * the kernel Conv2DBackpropFilter, which tfjs's wasm lacks, and a faster Conv2DBackpropInput. Both are tfjs's own conv2d in
 * disguise. Needs tfjs-core and tfjs-backend-wasm alone, and exports nothing.
 *
 * @packageDocumentation
 */
import '@tensorflow/tfjs-backend-wasm';
import { registerFilterGradient } from './wasm/filter-gradient.js';
import { registerInputGradient } from './wasm/input-gradient.js';

registerFilterGradient();
registerInputGradient();
