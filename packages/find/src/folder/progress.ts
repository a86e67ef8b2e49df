import { SingleBar } from 'cli-progress';
import type { Executor } from './executor.js';
import type { Outcome, Task } from './task.js';

/**
 * An executor does the tasks, while a bar shows how long it will still take. Each task that fails gets a line after the
 * bar is gone.
 */
export async function withProgress<T extends Task>(
  what: string,
  executor: Executor,
  tasks: readonly T[],
  done: (task: T, outcome: Outcome) => Promise<void>,
): Promise<void> {
  if (tasks.length === 0) return;
  const failures: string[] = [];
  const bar = new SingleBar({
    format: `${what.padEnd(10)}  {bar} {value} of {total}, {eta_formatted} left`,
    barsize: 30,
    etaBuffer: 50,
  });
  bar.start(tasks.length, 0);
  try {
    await executor.run(tasks, async (task, outcome) => {
      if (outcome.kind === 'failure') failures.push(outcome.message);
      await done(task, outcome);
      bar.increment();
    });
  } finally {
    bar.stop();
    for (const message of failures) console.error(`failed: ${message}`);
  }
}
