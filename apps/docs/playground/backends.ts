/** The backends that the playground offers, and what each is; worker/load-backend.ts fetches them. */
export const BACKENDS = {
  cpu: 'typed-array loops',
  wasm: 'SIMD on the wasm heap',
  webgl: 'GLSL on the GPU',
  webgpu: 'WGSL on the GPU',
  'gpujs-webgl2': 'gpu.js on the GPU',
  'gpujs-webgl': 'gpu.js on older GPUs',
  'gpujs-webasm': 'gpu.js in WebAssembly',
} as const;

export type BackendName = keyof typeof BACKENDS;
export const BACKEND_NAMES = Object.keys(BACKENDS) as readonly BackendName[];
