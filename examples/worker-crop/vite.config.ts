import { defineConfig } from 'vite';

export default defineConfig({
  // The packages of this repository from their sources, on one copy of tfjs.
  resolve: {
    conditions: ['cropgrad-source', 'module', 'browser', 'development|production'],
    dedupe: ['@tensorflow/tfjs-core'],
  },
  build: { target: 'es2022' },
  worker: { format: 'es' },
});
