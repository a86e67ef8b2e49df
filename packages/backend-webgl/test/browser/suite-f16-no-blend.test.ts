import { runSuite } from './run-suite.js';

runSuite({ precision: 'f16', blends: false });
