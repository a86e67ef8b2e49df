import type { CropBackend } from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type Build, compile } from '../src/build.js';
import { CropModule } from '../src/crop-module.js';
import { createWasmBackend } from '../src/wasm-backend.js';

/** The backend on one of its builds, whichever would run here. */
export function buildBackend(build: Build): CropBackend<BackendWasm> {
  return createWasmBackend((heap) => new CropModule(heap, compile(build)));
}
