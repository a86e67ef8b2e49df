import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { PackedProject } from '../../../../commands/packed-project.js';

const page = fileURLToPath(new URL('page/main.js', import.meta.url));

/** Pixels 5, 6, 9, 10 of a ramp, and how moving the corners changes their sum. */
const EXPECTED = { middle: [5, 6, 9, 10], gradient: [4, 16, 4, 16] };

/** Chromium asks for an icon otherwise, and reports that there is none. */
const ICON = '<link rel="icon" href="data:,">';

const project = new PackedProject();
const { folder } = project;

beforeAll(async () => {
  const names = ['@cropgrad/core', '@cropgrad/backend-wasm', '@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm'];
  const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
  await project.install({ dependencies }, ['core', 'backend-wasm'], fileURLToPath(new URL('../..', import.meta.url)));
  cpSync(page, join(folder, 'main.js'));
  project.write('index.html', `${ICON}<script type="module" src="/main.js"></script>`);
});

afterAll(() => project.remove());

it('loads in plain Node from the packed package', async () => {
  const printed = await project.node('main.js');
  expect(JSON.parse(printed.trim().split('\n').at(-1) ?? '')).toEqual({ ...EXPECTED, shared: false });
});

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()]
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path));
if (!executablePath) console.log('No Chromium here for the pages; set CHROMIUM to its path. Skipped, unless required.');

const required = process.env.CROPGRAD_REQUIRE_BROWSER === '1';

describe.skipIf(!executablePath && !required)('loads in Chromium, without a plugin,', () => {
  it('from a page that Vite bundled', async () => {
    await viteBuild('vite', true);
    expect(await report('vite', false)).toEqual({ ...EXPECTED, shared: false });
  });

  it('from a page that webpack bundled', async () => {
    await webpackBuild('webpack');
    expect(await report('webpack', false)).toEqual({ ...EXPECTED, shared: false });
  });

  it("from a cross-origin isolated page, on tfjs's threaded heap", async () => {
    // tfjs passes functions to its workers as text, which Vite's minifier breaks.
    await viteBuild('isolated', false);
    expect(await report('isolated', true)).toEqual({ ...EXPECTED, shared: true });
  });
});

async function viteBuild(name: string, minify: boolean): Promise<void> {
  const target = { outDir: join(folder, name), target: 'es2022', minify };
  await build({ root: folder, logLevel: 'error', build: target });
}

async function webpackBuild(name: string): Promise<void> {
  const compiler = webpack({
    context: folder,
    entry: './main.js',
    mode: 'production',
    output: { path: join(folder, name) },
    performance: { hints: false },
    // Reads our source maps, and warns of one whose sources are not there.
    devtool: 'source-map',
    module: { rules: [{ test: /\.js$/, include: /@cropgrad/, extractSourceMap: true }] },
  });
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  expect(stats?.toJson({ all: false, errors: true, warnings: true })).toMatchObject({ errors: [], warnings: [] });
  writeFileSync(join(folder, name, 'index.html'), `${ICON}<script defer src="/main.js"></script>`);
}

/** Opens a bundled page, and gives back what it reports. */
/** The longest a timer takes: a test has no wall-clock limit. */
const NO_LIMIT = 2 ** 31 - 1;

async function report(name: string, isolated: boolean): Promise<unknown> {
  const tfjs = join(folder, 'node_modules/@tensorflow/tfjs-backend-wasm/wasm-out');
  cpSync(tfjs, join(folder, name, 'tfjs'), { recursive: true, dereference: true });
  const server = await serve(join(folder, name), isolated);
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
  try {
    const tab = await browser.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on(
      'console',
      (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`),
    );
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    await tab.goto(`http://localhost:${address.port}/`);
    await expect.poll(() => errors.join('\n') || tab.title(), { timeout: NO_LIMIT }).toMatch(/./);
    expect(errors).toEqual([]);
    return JSON.parse(await tab.title());
  } finally {
    await browser.close();
    server.close();
  }
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

async function serve(root: string, isolated: boolean): Promise<Server> {
  const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
  const server = createServer(({ url = '/' }, response) => {
    const file = join(root, url === '/' ? 'index.html' : url);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', ...(isolated && headers) });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  return server;
}
