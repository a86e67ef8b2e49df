import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolOptions, PoolWorker, WorkerRequest } from 'vitest/node';

/** After so many runs a thread makes room for a fresh one, so that nothing that a mutant leaves behind lasts. */
const MOST_RUNS = 25;

/** The thread that is kept, and how often it has run. */
let kept: { readonly thread: Worker; runs: number } | undefined;

/**
 * A vitest worker whose thread outlives a run, with the modules it has loaded: test files are read anew each time, what
 * they import is not. vitest's own threads end with each run, and starting one takes longer than most mutants live.
 */
export class KeptThread implements PoolWorker {
  readonly name = 'kept-thread';
  readonly #options: PoolOptions;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { distPath, env, execArgv } = this.#options;
    kept ??= { thread: new Worker(resolve(distPath, 'workers/threads.js'), { env, execArgv }), runs: 0 };
    // It must not keep the process alive when all is done.
    kept.thread.unref();
    kept.runs++;
  }

  send(message: WorkerRequest): void {
    // Told to stop, a thread would not listen again: it is answered for, and never told.
    if (message.type !== 'stop') this.#thread.postMessage(message);
    else setImmediate(() => this.#thread.emit('message', { type: 'stopped', __vitest_worker_response__: true }));
  }

  async stop(): Promise<void> {
    const thread = this.#thread;
    for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event);
    if (kept && kept.runs < MOST_RUNS) return;
    kept = undefined;
    await thread.terminate();
  }

  on(event: string, callback: (message: unknown) => void): void {
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
