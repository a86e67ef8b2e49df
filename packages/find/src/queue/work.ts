import type { Outcome, Task } from '../folder/task.js';
import { ThreadPool } from '../folder/thread-pool.js';
import { listImages } from '../images/image-list.js';
import { connect, QUEUE, sayOnce } from './connect.js';

/** Where this machine has the files, and how many tasks it does at a time. */
export interface WorkOptions {
  readonly photos: string;
  readonly thumbnails: string;
  readonly threads: number;
}

/**
 * A worker says every half of this that it is alive, in milliseconds; the job of one that does not is given to another.
 */
const ALIVE = 10_000;
/** A job whose workers died this many times is given up: the job may be the reason. */
const DEATHS = 5;

/**
 * Does the tasks that come through a queue. When it is told to stop, it first finishes those that it has begun. Throws an
 * InputError.
 */
export async function work({ photos, thumbnails, threads }: WorkOptions, url: string): Promise<void> {
  const list = await listImages(thumbnails);
  const { bullmq, redis } = await connect(url);
  const pool = new ThreadPool({ photos, thumbnails, list }, threads);
  const worker = new bullmq.Worker<Task, Outcome>(QUEUE, ({ data }) => pool.do(data), {
    connection: redis,
    concurrency: threads,
    lockDuration: ALIVE,
    stalledInterval: ALIVE / 2,
    maxStalledCount: DEATHS,
  });
  worker.on('error', sayOnce('queue'));
  console.log(`working: ${threads} tasks at a time; Ctrl-C ends it`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await worker.close();
  await pool.close();
  redis.disconnect();
}
