import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { BuiltCommand } from '../built-command.js';
import { hasRedis, RedisServer } from '../redis-server.js';
import { cut, UserFolder } from '../user-folder.js';

const PHOTOS = 4;
/** With the comparisons of the photos, 2,000 jobs. */
const THUMBNAILS = 1996;
/** Every so many thumbnails is cut from a photo; the others are too flat to be looked for, which takes no time. */
const EVERY = 8;

const user = new UserFolder();
afterAll(() => user.remove());
const folders = [user.path('photos'), user.path('thumbs')];

async function makePictures(): Promise<void> {
  for (let photo = 0; photo < PHOTOS; photo++) {
    await user.save(`photos/${photo}.png`, cut(128 * photo, 256, 128, 128));
  }
  for (let k = 0; k < THUMBNAILS; k++) {
    const [left, top] = [128 * (k % PHOTOS) + ((7 * k) % 64), 256 + ((11 * k) % 64)];
    const flat = sharp({
      create: { width: 16 + (k % 64), height: 16 + Math.floor(k / 64), channels: 3, background: 'grey' },
    });
    await user.save(`thumbs/${k}.png`, k % EVERY === 0 ? cut(left, top, 56, 56).resize(32, 32) : flat);
  }
}

/** How many rows a table has by now. */
function rowsIn(table: string): number {
  return existsSync(table) ? readFileSync(table, 'utf8').split('\n').length - 2 : 0;
}

describe.runIf(hasRedis)(
  '2,000 jobs, three workers, of which two are killed, and a Redis that is killed and comes back',
  () => {
    it('give the table that threads here give', async () => {
      await makePictures();
      mkdirSync(user.path('redis'));
      const redis = await RedisServer.start(user.path('redis'));
      const work = () => new BuiltCommand(...folders, '--queue', redis.url, '--work', '--threads', '1');
      const workers = [work(), work(), work()];
      try {
        const table = user.path('queued.csv');
        const queued = new BuiltCommand(...folders, '--queue', redis.url, '--out', table);
        const until = async (part: number) => {
          while (rowsIn(table) < part * THUMBNAILS && queued.process.exitCode === null) await sleep(20);
          expect(rowsIn(table)).toBeLessThan(THUMBNAILS);
        };
        await until(0.2);
        workers[0].process.kill('SIGKILL');
        await until(0.4);
        await redis.restart();
        await until(0.6);
        workers[1].process.kill('SIGKILL');
        const { status, stdout } = await queued.ended;
        expect(status).toBe(1);

        const here = await new BuiltCommand(...folders, '--out', user.path('here.csv')).ended;
        expect(stdout).toBe(here.stdout.replace('here.csv', 'queued.csv'));
        const rows = readFileSync(table, 'utf8');
        expect(rows).toBe(readFileSync(user.path('here.csv'), 'utf8'));
        const names = rows
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((row) => row.slice(0, row.indexOf(',')));
        expect(names).toHaveLength(THUMBNAILS);
        expect(new Set(names).size).toBe(THUMBNAILS);
        const [, found] = stdout.match(/^(\d+) of/) ?? [];
        expect(Number(found)).toBeGreaterThan(THUMBNAILS / EVERY / 2);
      } finally {
        for (const worker of workers) worker.process.kill('SIGKILL');
        await redis.stop();
      }
    });
  },
);
