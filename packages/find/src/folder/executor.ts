import type { Outcome, Task } from './task.js';

/** What does tasks: threads here, or a queue. */
export interface Executor {
  /** Does all tasks, in any order, and says of each one, once, what came of it. */
  run<T extends Task>(tasks: readonly T[], done: (task: T, outcome: Outcome) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}
