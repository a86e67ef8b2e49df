/** Kernels that only tests run, as base64; made by scripts/build-wasm.js --test. */
export declare const wasmBinaries: {
  /** Takes no specialised way. */
  readonly general: string;
  /** What is shipped, but each access to memory is told to the host first: see scripts/check-accesses.js. */
  readonly checkedSimd: string;
  readonly checkedScalar: string;
};
