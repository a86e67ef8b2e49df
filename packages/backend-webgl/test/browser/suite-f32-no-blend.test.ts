import { GRADIENT_CHECKS } from './few-checks.js';
import { runSuite } from './run-suite.js';

runSuite({ precision: 'f32', blends: false }, GRADIENT_CHECKS);
