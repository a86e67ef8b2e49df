/** A function that kernels call: numbers in, a number out, in the part of JavaScript that gpu.js reads. */
export interface FunctionSource {
  readonly source: string;
  /** How many numbers it takes. */
  readonly arity: number;
}

/** A function that gives one value. */
export function functionSource(name: string, parameters: readonly string[], value: string): FunctionSource {
  return { source: `function ${name}(${parameters.join(', ')}) { return ${value}; }`, arity: parameters.length };
}

/**
 * A kernel as text, from which gpu.js makes a shader or a WebAssembly module. It is text, not a function, because gpu.js
 * would read functions back with `toString`, after bundlers have renamed and folded what is in them.
 */
export interface KernelSource {
  /** What it does, and all that its text depends on: kernels of one name are compiled once. */
  readonly name: string;
  /** Its parameters that are arrays. */
  readonly arrays: readonly string[];
  /** Its parameters that are numbers; `length`, the length of its result, is there as well. */
  readonly numbers: readonly string[];
  /** Statements that give the number `result` the element `at` of the result; it is 0 before. */
  readonly body: string;
  readonly functions: readonly FunctionSource[];
}

/** The whole text of a kernel. Devices round lengths up, so there are threads to spare; they must not read anything. */
export function kernelText({ arrays, numbers, body }: KernelSource): string {
  return `function (${parameters(arrays, numbers).join(', ')}) {
    let result = 0;
    const at = this.thread.x;
    if (at < length) {
      ${body}
    }
    return result;
  }`;
}

/** The parameters of a kernel, in order. */
export function parameters(arrays: readonly string[], numbers: readonly string[]): string[] {
  return [...arrays, ...numbers, 'length'];
}
