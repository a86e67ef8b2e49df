import { wasmBinaries } from './wasm-binaries.js';

/** Which of the binaries to run: `scalar` is for processors and browsers without SIMD. */
export type Build = 'simd' | 'scalar' | 'sharedSimd';

const compiled = new Map<Build, WebAssembly.Module>();

/** The kernels, compiled once. */
export function compile(build: Build): WebAssembly.Module {
  const module = compiled.get(build) ?? new WebAssembly.Module(decode(wasmBinaries[build]));
  compiled.set(build, module);
  return module;
}

/** The fastest build that runs here, on this memory. */
export function bestBuild(memory: WebAssembly.Memory): Build {
  const shared = typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer;
  if (shared) return 'sharedSimd';
  return compiled.has('simd') || WebAssembly.validate(decode(wasmBinaries.simd)) ? 'simd' : 'scalar';
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
