import type { Redis } from 'ioredis';
import { InputError } from '../command/input-error.js';
import { oneLine } from '../command/one-line.js';

/** The name of the queue in Redis. */
export const QUEUE = 'cropgrad-find';

/** A Redis that answers, and the library that keeps a queue in it. */
export interface Connected {
  readonly bullmq: typeof import('bullmq');
  readonly redis: Redis;
}

/**
 * Connects to a Redis; from then on it is connected to again whenever it is gone. Throws an InputError where the two
 * packages are not installed, and where no Redis answers.
 */
export async function connect(url: string): Promise<Connected> {
  const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]).catch(() => {
    const command = 'npm install bullmq ioredis, or npx -p cropgrad-find -p bullmq -p ioredis cropgrad-find …';
    throw new InputError(`--queue needs two more packages: ${command}`);
  });
  if (!/^rediss?:\/\//.test(url))
    throw new InputError(`--queue: ${url} is not an address such as redis://localhost:6379`);
  await answers(new Redis(url, { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 }), url);
  // BullMQ wants its commands to wait for as long as the connection is gone.
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(100 * times, 2000) });
  redis.on('error', sayOnce(`queue: ${hidden(url)}`));
  return { bullmq, redis };
}

async function answers(trial: Redis, url: string): Promise<void> {
  let reason = '';
  trial.on('error', (error: Error) => {
    reason = oneLine(error);
  });
  try {
    await trial.connect();
    await trial.ping();
  } catch (error) {
    throw new InputError(`--queue: no Redis answers at ${hidden(url)} (${reason || oneLine(error)})`);
  } finally {
    trial.disconnect();
  }
}

/** Prints what is new: a connection that is gone says so with every try. */
export function sayOnce(what: string): (error: Error) => void {
  let said = '';
  return (error) => {
    const line = `${what}: ${oneLine(error)}`;
    if (line !== said) console.error(line);
    said = line;
  };
}

/** An address without its password. */
function hidden(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//…@');
}
