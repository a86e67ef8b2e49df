import { Tinypool } from 'tinypool';
import type { Executor } from './executor.js';
import type { Outcome, Task } from './task.js';
import type { Workplace } from './task-runner.js';

/** Does tasks on threads of this process, of which each keeps what it has decoded. */
export class ThreadPool implements Executor {
  readonly #pool: Tinypool;
  readonly #threads: number;

  constructor(place: Workplace, threads: number) {
    this.#threads = threads;
    this.#pool = new Tinypool({
      filename: new URL('./thread.js', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: 1,
      workerData: place,
    });
  }

  async run<T extends Task>(tasks: readonly T[], done: (task: T, outcome: Outcome) => Promise<void>): Promise<void> {
    const rest = tasks.values();
    const one = async (): Promise<void> => {
      for (const task of rest) await done(task, await this.do(task));
    };
    await Promise.all(Array.from({ length: this.#threads }, one));
  }

  /** Does one task when a thread is free. */
  do(task: Task): Promise<Outcome> {
    return this.#pool.run(task);
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
