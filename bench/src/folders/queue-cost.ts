import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FindTask } from '../../../packages/find/src/folder/task.js';
import { connect } from '../../../packages/find/src/queue/connect.js';
import { SharedQueue } from '../../../packages/find/src/queue/shared-queue.js';

/** What a job that does nothing costs. */
export interface QueueCost {
  jobs: number;
  workers: number;
  jobsPerSecond: number;
  /** CPU time per job, in milliseconds: of Redis, and of the process that puts in and collects. */
  redisMs: number;
  collectorMs: number;
}

const JOBS = 3000;
const WORKERS = 2;
const CANDIDATES = 32;

/** Sends jobs through a Redis to workers that do nothing. */
export async function measureQueue(url: string): Promise<QueueCost> {
  const workers = Array.from({ length: WORKERS }, () => fork(join(import.meta.dirname, 'idle-worker.ts'), [url]));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const { redis } = await connect(url);
  const cpuOfRedis = async (): Promise<number> => {
    const text = await redis.info('cpu');
    return ['user', 'sys'].reduce((sum, kind) => sum + Number(text.match(`used_cpu_${kind}:([\\d.]+)`)?.[1]), 0);
  };
  const queue = await SharedQueue.open(url);
  const [redisBefore, before, began] = [await cpuOfRedis(), process.cpuUsage(), performance.now()];
  await queue.run(
    Array.from({ length: JOBS }, (_, n) => task(n)),
    async () => undefined,
  );
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const redisMs = (1000 * ((await cpuOfRedis()) - redisBefore)) / JOBS;
  await queue.close();
  redis.disconnect();
  for (const worker of workers) worker.kill();
  return {
    jobs: JOBS,
    workers: WORKERS,
    jobsPerSecond: JOBS / seconds,
    redisMs,
    collectorMs: (user + system) / 1000 / JOBS,
  };
}

/** No two are the same, not even those of two runs. */
function task(n: number): FindTask {
  const image = (k: number) => ({ name: `some/folder/photo-${k}.jpg`, hash: `${Date.now()}-${k}`.padStart(64, '0') });
  const photos = Array.from({ length: CANDIDATES }, (_, k) => image(k));
  return { kind: 'find', thumbnail: image(n + CANDIDATES), photos, match: { model: 'box', enlarged: false } };
}
