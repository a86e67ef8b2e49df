import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import type { Browser, Page, Route } from 'playwright-core';
import { build, type Plugin } from 'vite';

/** Where bundled pages are: a secure place, as localhost is. */
export const ORIGIN = 'http://localhost:1/';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * Builds a page of a guide's files in a folder, with Vite, opens it, and waits until its program is at its end and has
 * printed something; it rejects when that fails. Gives what is printed, as Node would print it. Files other than TypeScript
 * need a plugin.
 */
export async function openBundled(
  browser: Browser,
  project: string,
  files: Record<string, string>,
  body: string,
  plugins: readonly Plugin[] = [],
): Promise<{ page: Page; printed: string }> {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(join(project, 'public'), { recursive: true });
  for (const [name, code] of Object.entries(files)) writeFileSync(join(project, name), code);
  const end = "import '/page.ts'; document.documentElement.dataset.program = 'ended';";
  writeFileSync(join(project, 'index.html'), `<!doctype html>${body}<script type="module">${end}</script>`);
  const wasm = fileURLToPath(new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm')));
  const binaries = readdirSync(wasm).filter((name) => name.endsWith('.wasm'));
  for (const name of binaries) copyFileSync(join(wasm, name), join(project, 'public', name));
  await build({
    root: project,
    logLevel: 'error',
    configFile: false,
    plugins: [...plugins],
    build: { target: 'es2022' },
    resolve: { conditions: ['cropgrad-source', 'module', 'browser', 'development|production'] },
    worker: { format: 'es' },
  });

  const page = await browser.newPage();
  await page.route(/./, (route) => {
    const { pathname } = new URL(route.request().url());
    return fulfill(route, join(project, 'dist', pathname === '/' ? 'index.html' : pathname));
  });
  const lines: Promise<string>[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') return;
    lines.push(Promise.all(message.args().map((value) => value.jsonValue())).then((values) => format(...values)));
  });
  const failing = new Promise<never>((_, reject) => page.on('pageerror', reject));
  const printing = page.waitForEvent('console', { predicate: (message) => message.type() === 'log' });
  await page.goto(ORIGIN);
  const ending = page.waitForFunction(() => document.documentElement.dataset.program === 'ended');
  await Promise.race([Promise.all([printing, ending]), failing]);
  const printed = await Promise.all(lines);
  return { page, printed: printed.map((line) => `${line}\n`).join('') };
}

/** Answers a request with a file. */
export function fulfill(route: Route, file: string): Promise<void> {
  return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'text/plain' });
}
