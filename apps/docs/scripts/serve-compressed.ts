import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { base, dist } from '../test/built-site.js';

/** How a host compresses text. */
export type Encoding = 'br' | 'gzip';

const COMPRESS = { br: brotliCompressSync, gzip: gzipSync } as const;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/**
 * Serves the built site as a host does, which compresses each file once. The server of `preview` does it for each request,
 * which takes longer than the first crop. Gives the address, and how to stop.
 */
export async function serveCompressed(encoding: Encoding): Promise<{ url: string; stop: () => void }> {
  const bodies = new Map<string, Buffer>();
  const server = createServer(({ url = base }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname.slice(base.length)) || 'index.html';
    const file = join(dist, path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const isText = extname(file) !== '.webp';
    const body = bodies.get(file) ?? (isText ? COMPRESS[encoding](readFileSync(file)) : readFileSync(file));
    bodies.set(file, body);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      ...(isText && { 'Content-Encoding': encoding }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { url: `http://localhost:${address.port}${base}`, stop: () => server.close() };
}
