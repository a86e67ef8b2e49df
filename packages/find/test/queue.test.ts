import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { BuiltCommand } from './built-command.js';
import { hasRedis, RedisServer } from './redis-server.js';
import { cut, UserFolder } from './user-folder.js';

const user = new UserFolder();
afterAll(() => user.remove());

describe.runIf(hasRedis)('a queue', () => {
  it('gives the table that threads here give, with its failures; and workers end when they are told to', async () => {
    mkdirSync(user.path('redis'));
    await user.save('photos/one.png', cut(0, 0, 256, 256));
    await user.save('photos/two.png', cut(256, 256, 256, 256));
    await user.save('thumbs/a.png', cut(20, 30, 100, 80).resize(50, 40));
    await user.save('thumbs/b.png', cut(300, 290, 100, 80).resize(50, 40));
    user.write('thumbs/words.png', 'no pixels');
    const folders = [user.path('photos'), user.path('thumbs')];
    const redis = await RedisServer.start(user.path('redis'));
    const worker = new BuiltCommand(...folders, '--queue', redis.url, '--work', '--threads', '1');
    try {
      const queued = await new BuiltCommand(...folders, '--queue', redis.url, '--out', user.path('queued.csv')).ended;
      const here = await new BuiltCommand(...folders, '--threads', '1', '--out', user.path('here.csv')).ended;
      expect(queued).toEqual({ ...here, stdout: here.stdout.replace('here.csv', 'queued.csv') });
      expect(here.stdout).toMatch(/^2 of 3 thumbnails found/);
      expect(readFileSync(user.path('queued.csv'), 'utf8')).toBe(readFileSync(user.path('here.csv'), 'utf8'));
      worker.process.kill('SIGTERM');
      expect(await worker.ended).toMatchObject({ status: 0, stderr: '' });
    } finally {
      worker.process.kill('SIGKILL');
      await redis.stop();
    }
  });
});
