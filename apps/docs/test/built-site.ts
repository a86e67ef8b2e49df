import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from 'vitepress';
import { root } from './markdown-programs.js';

/** The folder of the site. */
export const docs: string = join(root, 'apps/docs');

/** What `pnpm --filter docs build` made. */
export const dist: string = join(docs, '.vitepress/dist');

/** The path that it was built for, e.g. `/cropgrad/`. */
export const base: string = readFileSync(join(dist, 'index.html'), 'utf8').match(/href="([^"]*)assets\//)?.[1] ?? '/';

/** No page to visit: the one is shown where there is none, the other is the empty frame in which pages of the gallery run. */
const NO_PAGES = ['404.html', 'gallery/run.html'];

/** Every page, from the base. */
export const builtPages: string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html') && !NO_PAGES.includes(name))
  .sort();

/** Serves it under its base on a free port; gives its address, and how to stop. */
export async function serveSite(): Promise<{ url: string; stop: () => void }> {
  const { server } = await serve({ root: docs, base, port: 0 });
  if (!server) throw new Error('The server has not started');
  await new Promise((resolve) => (server.listening ? resolve(0) : server.once('listening', resolve)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { url: `http://localhost:${address.port}${base}`, stop: () => server.close() };
}
