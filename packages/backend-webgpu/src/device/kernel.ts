/** A compute shader, of one thread per index. */
export interface Kernel {
  /** What it does, and all that its text depends on: kernels of one key are compiled once. */
  readonly key: string;
  /** The names of the arrays that it reads, in order. Any may hold int32, so each read is written `f32(image[i])`. */
  readonly arrays: readonly string[];
  /** Whether `result` is an array of atomic int32, which it may read. Else threads write with `setOutputAtIndex(i, x)`. */
  readonly isAtomic?: boolean;
  /** The functions that it calls, in WGSL. They may read the arrays and `uniforms`. */
  readonly functions: () => readonly string[];
  /** The statements of the thread `index`, in WGSL. */
  readonly body: () => string;
}

/** The whole text of a kernel, but for what tfjs puts before it. Groups are full, so there are threads to spare. */
export function textOf({ functions, body }: Kernel): string {
  return `${functions().join('\n')}
fn main(index : i32) {
  if (index >= uniforms.threads) {
    return;
  }
  ${body()}
}
`;
}

/** The function `isFinite(x)`, in WGSL. Bits tell it: what a comparison with NaN gives is left to the compiler. */
export const IS_FINITE = `
fn isFinite(x : f32) -> bool {
  return (bitcast<u32>(x) & 0x7fffffffu) < 0x7f800000u;
}`;
