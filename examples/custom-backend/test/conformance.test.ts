import { testBackend } from '@cropgrad/conformance';
import { plainBackend } from '../src/index.js';

testBackend('plain-backend', { create: () => plainBackend() });
