export { plainBackend as create } from './dist/index.js';
