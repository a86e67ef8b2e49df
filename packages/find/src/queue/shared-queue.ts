import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Executor } from '../folder/executor.js';
import { keyOf, type Outcome, type Task } from '../folder/task.js';
import { connect, QUEUE, sayOnce } from './connect.js';

/** How long to wait when nothing is done, in milliseconds. */
const PAUSE = 100;
/** How often what is not done is put in again, in milliseconds. */
const AGAIN = 30_000;
/** How many jobs go to Redis in one call. */
const BATCH = 1000;
/** How long results that nobody collects are kept, in seconds. */
const KEPT = 7 * 24 * 3600;

/**
 * Workers elsewhere do the tasks, through a queue in Redis. A job's id is the key of its task. So a job is in the queue
 * only once, even if it is added again; the one that collects its result removes it. The job of a worker that dies goes
 * back to the queue. If Redis restarts without its last second, it is given the lost jobs again. So a task may be done
 * twice, but is collected once.
 */
export class SharedQueue implements Executor {
  readonly #queue: Queue<Task, Outcome>;
  readonly #redis: Redis;
  #putInAgain = 0;

  private constructor(queue: Queue<Task, Outcome>, redis: Redis) {
    this.#queue = queue;
    this.#redis = redis;
    queue.on('error', sayOnce('queue'));
    redis.on('ready', () => {
      this.#putInAgain = 0;
    });
  }

  /** Throws an InputError where no Redis answers. */
  static async open(url: string): Promise<SharedQueue> {
    const { bullmq, redis } = await connect(url);
    return new SharedQueue(new bullmq.Queue(QUEUE, { connection: redis }), redis);
  }

  async run<T extends Task>(tasks: readonly T[], done: (task: T, outcome: Outcome) => Promise<void>): Promise<void> {
    const pending = new Map(tasks.map((task) => [keyOf(task), task]));
    this.#putInAgain = 0;
    while (pending.size > 0) {
      if (Date.now() >= this.#putInAgain) {
        this.#putInAgain = Date.now() + AGAIN;
        await this.#putIn(pending);
      }
      const ids = await this.#queue.getRanges(['completed', 'failed'], 0, -1);
      const ready = ids.filter((id) => pending.has(id));
      for (let at = 0; at < ready.length; at += BATCH) {
        const jobs = await Promise.all(ready.slice(at, at + BATCH).map((id) => this.#queue.getJob(id)));
        for (const job of jobs) await this.#collect(job, pending, done);
      }
      if (ready.length === 0) await sleep(PAUSE);
    }
  }

  async close(): Promise<void> {
    await this.#queue.close();
    this.#redis.disconnect();
  }

  /** Where a job is there already, nothing changes. */
  async #putIn(pending: ReadonlyMap<string, Task>): Promise<void> {
    const keep = { age: KEPT };
    const jobs = [...pending].map(([jobId, data]) => {
      return { name: data.kind, data, opts: { jobId, removeOnComplete: keep, removeOnFail: keep } };
    });
    for (let at = 0; at < jobs.length; at += BATCH) await this.#queue.addBulk(jobs.slice(at, at + BATCH));
  }

  async #collect<T extends Task>(
    job: Job<Task, Outcome> | undefined,
    pending: Map<string, T>,
    done: (task: T, outcome: Outcome) => Promise<void>,
  ): Promise<void> {
    const task = pending.get(job?.id ?? '');
    // Someone else who waits for the same task may have been faster; then it is put in again.
    if (!job || !task) return;
    pending.delete(job.id ?? '');
    await done(
      task,
      job.failedReason ? { kind: 'failure', message: `no worker could do it: ${job.failedReason}` } : job.returnvalue,
    );
    await job.remove();
  }
}
