import '@cropgrad/backend-gpujs';
import '@cropgrad/backend-wasm';
import { testNothingToCrop } from './nothing-to-crop-suite.js';
import { testPerImage } from './per-image-suite.js';
import { testStrangeValues } from './strange-values-suite.js';

for (const backend of ['wasm', 'gpujs']) {
  testStrangeValues(backend);
  testNothingToCrop(backend);
  testPerImage(backend);
}
