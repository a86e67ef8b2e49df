import { type Check, type CheckContext, CheckFailure, type Worst } from './check.js';
import type { FailureMemory } from './failure-memory.js';
import type { Mounted } from './mount.js';

/** How to run checks. */
export interface RunOptions {
  /** Random cases per property. */
  readonly runs: number;
  readonly seed: number;
  /** Runs only the one random case that a failure printed. */
  readonly path?: string;
  /** Keeps the inputs for which checks failed; they are tried first. */
  readonly failures?: FailureMemory | undefined;
}

/** How a check went. */
export interface CheckResult {
  readonly id: string;
  /** Why it failed; left out when it passed. */
  readonly failure?: string;
  /** The largest error it saw; left out if the check measures none. */
  readonly worst?: Worst;
}

/** Runs one check on a mounted backend. Never rejects: anything that the backend throws is a failure. */
export async function runCheck(check: Check, mounted: Mounted, options: RunOptions): Promise<CheckResult> {
  let worst: Worst | undefined;
  const context: CheckContext = {
    id: check.id,
    runs: options.runs,
    seed: options.seed,
    ...(options.path !== undefined && { path: options.path }),
    ...(options.failures && { failures: options.failures }),
    backend: mounted.backend,
    measure(error, where) {
      if (worst === undefined || error > worst.error) worst = { error, where: where() };
    },
  };
  const failure = await mounted
    .use(() => check.run(context))
    .then(
      () => undefined,
      (error: unknown) => `${check.title}\n\n${messageOf(error)}`,
    );
  return { id: check.id, ...(failure !== undefined && { failure }), ...(worst && { worst }) };
}

function messageOf(error: unknown): string {
  if (error instanceof CheckFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
