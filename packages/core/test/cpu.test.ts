import '@cropgrad/backend-cpu';
import { testNothingToCrop } from './nothing-to-crop-suite.js';
import { testPerImage } from './per-image-suite.js';
import { testStrangeValues } from './strange-values-suite.js';

testStrangeValues('cpu');
testNothingToCrop('cpu');
testPerImage('cpu');
