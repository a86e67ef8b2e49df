import { HALF_FLOAT_CHECKS } from './few-checks.js';
import { runSuite } from './run-suite.js';

runSuite({ precision: 'f16', blends: true }, HALF_FLOAT_CHECKS);
