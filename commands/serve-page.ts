import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Where browsers send what a policy has blocked. */
const VIOLATIONS = '/violations';

/** A folder that is served. */
export interface ServedPage {
  origin: string;
  server: Server;
  /** What the policy has blocked so far, on the page's thread and in workers: 'eval', 'wasm-eval', or an address. */
  violations: string[];
}

/** What isolates a page from other origins, so that its threads may share memory. */
export const ISOLATED: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Serves a folder, with a Content-Security-Policy if there is one, and with other headers. */
export async function servePage(
  folder: string,
  policy?: string,
  others?: Readonly<Record<string, string>>,
): Promise<ServedPage> {
  const violations: string[] = [];
  const security = policy !== undefined && { 'Content-Security-Policy': `${policy}; report-uri ${VIOLATIONS}` };
  const headers = { ...security, ...others };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === VIOLATIONS) violations.push(await blockedIn(request));
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    // Chromium asks for an icon, and reports that there is none.
    const isEmpty = pathname === '/favicon.ico' || pathname === VIOLATIONS;
    const status = isEmpty ? 204 : existsSync(file) ? 200 : 404;
    response.writeHead(status, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', ...headers });
    response.end(status === 200 ? readFileSync(file) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { origin: `http://localhost:${address.port}`, server, violations };
}

async function blockedIn(report: IncomingMessage): Promise<string> {
  return JSON.parse(await text(report))['csp-report']['blocked-uri'];
}
