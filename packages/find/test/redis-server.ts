import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** Whether a Redis can be started here. CROPGRAD_REQUIRE_REDIS=1 says that it must be. */
export const hasRedis: boolean =
  process.env.CROPGRAD_REQUIRE_REDIS === '1' || spawnSync('redis-server', ['--version']).error === undefined;

if (!hasRedis) console.warn('Tests of the queue are skipped: there is no redis-server. Debian has it as a package.');

/** A Redis of its own, on a free port of this machine alone, that appends all that it is told to a file. */
export class RedisServer {
  readonly #folder: string;
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  /** Starts one that keeps its file in a folder. */
  static async start(folder: string): Promise<RedisServer> {
    const server = new RedisServer(folder, await freePort());
    await server.#start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** Kills it, and starts it again from its file. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#start();
  }

  async stop(): Promise<void> {
    const ended = this.#process && once(this.#process, 'exit');
    this.#process?.kill('SIGKILL');
    await ended;
  }

  async #start(): Promise<void> {
    const flags = ['--port', `${this.#port}`, '--bind', '127.0.0.1', '--dir', this.#folder, '--appendonly', 'yes'];
    this.#process = spawn('redis-server', [...flags, '--save', ''], { stdio: 'ignore' });
    const redis = new Redis(this.url, { retryStrategy: () => 100, maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    // While it reads its file, it answers that it is loading.
    while ((await redis.ping().catch(() => '')) !== 'PONG') await sleep(100);
    redis.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
