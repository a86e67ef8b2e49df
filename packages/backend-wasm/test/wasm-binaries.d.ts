/** Kernels that only tests run, as base64; made by scripts/build-wasm.js --test. */
export declare const wasmBinaries: {
  /** The one for shared memory, as the compiler makes it. */
  readonly sharedSimd: string;
  /** The host chooses the ways: see assembly/ways/choice.ts. */
  readonly hostChooses: string;
  /** What is shipped, but each access to memory is told to the host first: see scripts/check-accesses.js. */
  readonly checkedSimd: string;
  readonly checkedScalar: string;
};
