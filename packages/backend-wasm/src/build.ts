import { withSharedMemory } from './shared-memory.js';
import { wasmBinaries } from './wasm-binaries.js';

/** Which of the builds to run: `scalar` is for processors and browsers without SIMD, and has the general way alone. */
export type Build = 'simd' | 'scalar' | 'sharedSimd';

const compiled = new Map<Build, WebAssembly.Module>();

/** The kernels, compiled once. */
export function compile(build: Build): WebAssembly.Module {
  const module = compiled.get(build) ?? new WebAssembly.Module(binaryOf(build));
  compiled.set(build, module);
  return module;
}

/** The fastest build that runs here, on this memory. A shared heap means threads, which tfjs uses only with SIMD. */
export function bestBuild(memory: WebAssembly.Memory): Build {
  const shared = typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer;
  if (shared) return 'sharedSimd';
  return compiled.has('simd') || WebAssembly.validate(binaryOf('simd')) ? 'simd' : 'scalar';
}

/** The bytes of a build. */
export function binaryOf(build: Build): Uint8Array<ArrayBuffer> {
  if (build === 'sharedSimd') return withSharedMemory(decode(wasmBinaries.simd));
  return decode(wasmBinaries[build]);
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
