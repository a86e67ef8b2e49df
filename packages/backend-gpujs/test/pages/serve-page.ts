import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves a folder, with a Content-Security-Policy if there is one, and gives back the address. */
export async function servePage(folder: string, policy?: string): Promise<{ origin: string; server: Server }> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    // Chromium asks for an icon, and reports that there is none.
    const status = pathname === '/favicon.ico' ? 204 : existsSync(file) ? 200 : 404;
    response.writeHead(status, {
      'Content-Type': TYPES[extname(file)] ?? 'text/plain',
      ...(policy !== undefined && { 'Content-Security-Policy': policy }),
    });
    response.end(status === 200 ? readFileSync(file) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { origin: `http://localhost:${address.port}`, server };
}
