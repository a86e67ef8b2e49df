/** The compiled kernels, as base64; made by scripts/build-wasm.js. */
export declare const wasmBinaries: {
  readonly simd: string;
  readonly scalar: string;
};
