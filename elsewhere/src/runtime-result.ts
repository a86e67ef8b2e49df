/** The tfjs backends that run outside of browsers without a GPU. */
export const BACKENDS = ['cpu', 'wasm'] as const;

/** How it went on one backend of one runtime. */
export interface BackendResult {
  backend: (typeof BACKENDS)[number];
  /** Whether the README's program printed what it says; if not, what it printed. */
  program: 'as it says' | { printed: string };
  /** The suite's checks, with one random case per property: how many passed, and the ids of those that did not. */
  passed: number;
  failed: readonly string[];
  /** How many of those that passed compare with PyTorch's fixtures. */
  fixtures: number;
}

/** How it went on one runtime. */
export interface RuntimeResult {
  title: string;
  version: string;
  backends: readonly BackendResult[];
}

/** Whether everything went well. */
export function isGood({ backends }: RuntimeResult): boolean {
  return backends.every(({ program, passed, failed }) => program === 'as it says' && passed > 0 && failed.length === 0);
}
