import { FEW_CHECKS } from './few-checks.js';
import { runSuite } from './run-suite.js';

runSuite({ precision: 'f32', blends: true }, FEW_CHECKS);
