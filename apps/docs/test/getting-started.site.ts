import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import type { Browser, Route } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from './browser.js';
import { programsOf, root } from './markdown-programs.js';

const PAGE = 'apps/docs/guide/getting-started.md';
const ORIGIN = 'http://localhost:1/';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

const docs = join(root, 'apps/docs');
const project = join(docs, 'test/.bundled');

if (noBrowser) console.warn(`The guide's pages are not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('getting started in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(project, { recursive: true, force: true });
  });

  it('the import map: the page runs as it is, on the files that the CDN has of the packages', async () => {
    const page = await browser.newPage();
    await page.route(/./, (route) => {
      const { href, host, pathname } = new URL(route.request().url());
      if (href === ORIGIN) return fulfill(route, join(docs, 'guide/import-map.html'));
      expect(host).toBe('cdn.jsdelivr.net');
      const [, name, version, file] = pathname.match(/^\/npm\/((?:@[^/]+\/)?[^@/]+)@([^/]+)\/(.*)$/) ?? [];
      const folder = join(docs, 'node_modules', name);
      expect(version, `the version of ${name}`).toBe(
        JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
      );
      return fulfill(route, join(folder, file));
    });
    await page.goto(ORIGIN);
    await page.waitForFunction(() => document.querySelector('output')?.textContent);
    expect(await page.locator('output').textContent()).toBe('5, 6, 9, 10');
    await page.close();
  });

  it('the bundler: the wasm backend runs in a page that Vite has built', async () => {
    const program = programWith('@cropgrad/backend-wasm');
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const wasm = fileURLToPath(new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm')));
    const files = { 'page.ts': program.code };
    expect(await printedBy(files, `<img src="${pixel}" alt="">`, wasm)).toBe(program.printed);
  });

  it('the worker: it answers the page, in what Vite has built', async () => {
    const page = programWith('// page.ts');
    const files = { 'page.ts': page.code, 'crop-worker.ts': programWith('// crop-worker.ts').code };
    expect(await printedBy(files, '<canvas></canvas>')).toBe(page.printed);
  });

  /** Builds a page of the guide's files, opens it, and gives the first line that it prints, as Node would print it. */
  async function printedBy(files: Record<string, string>, body: string, wasm?: string): Promise<string> {
    rmSync(project, { recursive: true, force: true });
    mkdirSync(join(project, 'public'), { recursive: true });
    for (const [name, code] of Object.entries(files)) writeFileSync(join(project, name), code);
    writeFileSync(join(project, 'index.html'), `<!doctype html>${body}<script type="module" src="/page.ts"></script>`);
    if (wasm) {
      const binaries = readdirSync(wasm).filter((name) => name.endsWith('.wasm'));
      for (const name of binaries) copyFileSync(join(wasm, name), join(project, 'public', name));
    }
    const target = 'es2022';
    const conditions = ['cropgrad-source', 'module', 'browser', 'development|production'];
    const worker = { format: 'es' } as const;
    await build({
      root: project,
      logLevel: 'error',
      configFile: false,
      build: { target },
      resolve: { conditions },
      worker,
    });

    const page = await browser.newPage();
    await page.route(/./, (route) => {
      const { pathname } = new URL(route.request().url());
      return fulfill(route, join(project, 'dist', pathname === '/' ? 'index.html' : pathname));
    });
    page.on('pageerror', (error) => console.error(error));
    const printing = page.waitForEvent('console', { predicate: (message) => message.type() === 'log' });
    await page.goto(ORIGIN);
    const values = await Promise.all((await printing).args().map((value) => value.jsonValue()));
    await page.close();
    return `${format(...values)}\n`;
  }
});

function programWith(text: string) {
  const program = programsOf(PAGE).find(({ code }) => code.includes(text));
  if (!program) throw new Error(`${PAGE} has no program with ${text}`);
  return program;
}

function fulfill(route: Route, file: string): Promise<void> {
  return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'text/plain' });
}
