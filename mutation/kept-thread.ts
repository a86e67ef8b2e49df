import { Worker } from 'node:worker_threads';
import type { PoolOptions, PoolWorker, WorkerRequest } from 'vitest/node';

/** After so many runs a thread makes room for a fresh one, so that nothing that a mutant leaves behind lasts. */
const MOST_RUNS = 25;

/** The thread that is kept, and how often it has run. */
let kept: { readonly thread: Worker; runs: number } | undefined;

/** Settles when the run before has given the thread back. */
let free: Promise<void> = Promise.resolve();

/**
 * A vitest worker whose thread outlives a run, with the modules it has loaded: test files are read anew each time, what
 * they import is not. vitest's own threads end with each run, and starting one takes longer than most mutants live.
 */
export class KeptThread implements PoolWorker {
  readonly name = 'kept-thread';
  readonly #options: PoolOptions;
  readonly #listeners: [event: string, callback: (message: unknown) => void][] = [];
  #giveBack: () => void = () => {};
  #isStopped = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const before = free;
    free = new Promise((resolve) => {
      this.#giveBack = resolve;
    });
    await before;
    const { env, execArgv } = this.#options;
    kept ??= { thread: new Worker(new URL('kept-worker.js', import.meta.url), { env, execArgv }), runs: 0 };
    // It must not keep the process alive when all is done.
    kept.thread.unref();
    kept.runs++;
  }

  send(message: WorkerRequest): void {
    if (message.type === 'stop') this.#isStopped = true;
    this.#thread.postMessage(message);
  }

  /** Called once the thread has answered that it has stopped, or without a word where a run is given up. */
  async stop(): Promise<void> {
    const thread = this.#thread;
    for (const [event, callback] of this.#listeners) thread.off(event, callback);
    if (!this.#isStopped || (kept && kept.runs >= MOST_RUNS)) {
      kept = undefined;
      await thread.terminate();
    }
    this.#giveBack();
  }

  on(event: string, callback: (message: unknown) => void): void {
    this.#listeners.push([event, callback]);
    this.#thread.on(event, callback);
  }

  off(event: string, callback: (message: unknown) => void): void {
    this.#thread.off(event, callback);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  get #thread(): Worker {
    if (!kept) throw new Error('the thread was not started');
    return kept.thread;
  }
}
