/** A kernel as GLSL: which tensors it reads, the functions that it calls, and what it does for each element of its result. */
export interface KernelSource {
  /** The tensors; `getTheta(i)` reads number i of the one named `theta`. */
  readonly tensors: readonly string[];
  readonly functions: string;
  /** Statements that give `result` the element `at`, which starts as 0. */
  readonly body: string;
}

/** The function that reads a tensor. */
export function reader(tensor: string): string {
  return `get${tensor[0].toUpperCase()}${tensor.slice(1)}`;
}
