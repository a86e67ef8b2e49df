import { testSomeOfTheSuite } from '../some-of-the-suite.js';

testSomeOfTheSuite();
