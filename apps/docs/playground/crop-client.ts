import type { Answers, Job, Reply, Request } from './worker/protocol.js';

/** Something the worker could not do: a sentence, and the code of a CropError if it was one. */
export class JobError extends Error {
  override readonly name: string = 'JobError';
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    // A CropError's message ends in its code, which is shown apart.
    super(code === undefined ? message : message.replace(` [${code}]`, ''));
    this.code = code;
  }

  /** Anything that was thrown, as a JobError. */
  static from(error: unknown): JobError {
    return error instanceof JobError ? error : new JobError(error instanceof Error ? error.message : String(error));
  }
}

/** The page's end of the worker: ask for a job, get a promise of its answer. The worker starts with the first job. */
export class CropClient {
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #asked = 0;

  /** Starts the worker before there is a job for it. */
  start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    worker.addEventListener('error', (event) => {
      const message = event.message || 'The worker did not load. Check the connection and reload the page.';
      for (const [id, settle] of this.#waiting) settle({ id, failure: { message, code: undefined } });
      this.#waiting.clear();
    });
    this.#worker = worker;
    return worker;
  }

  /** Rejects with a {@link JobError}. */
  ask<J extends Job>(job: J, transfer: Transferable[] = []): Promise<Answers[J['kind']]> {
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (reply) => {
        if ('failure' in reply) reject(new JobError(reply.failure.message, reply.failure.code));
        // The worker answers each kind of job with its kind of answer.
        else resolve(reply.answer as Answers[J['kind']]);
      });
      const request: Request = { id, job };
      this.start().postMessage(request, transfer);
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#waiting.clear();
  }
}
