import { runSuite } from './run-suite.js';

runSuite({ precision: 'f32', blends: true });
