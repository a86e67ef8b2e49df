/** Runs a runner in a page of headless Chromium: `in-chromium.ts RUNNER.ts ARGUMENT…`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { serve } from './serve.js';
import type { PageRunner } from './serve-in-page.js';

declare global {
  /** In the page. */
  var runner: PageRunner;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

const [file, ...args] = process.argv.slice(2);
const outDir = mkdtempSync(join(tmpdir(), 'cropgrad-runner-'));
const common = { root: fileURLToPath(new URL('.', import.meta.url)), configFile: false, logLevel: 'error' } as const;
try {
  await build({
    ...common,
    base: './',
    define: { 'process.argv': JSON.stringify(['', '', ...args]) },
    resolve: {
      conditions: ['cropgrad-source', 'module', 'browser', 'production'],
      dedupe: ['@tensorflow/tfjs-core'],
      alias: [{ find: './serve.js', replacement: fileURLToPath(new URL('serve-in-page.ts', import.meta.url)) }],
    },
    build: {
      outDir,
      target: 'esnext',
      rolldownOptions: {
        input: fileURLToPath(new URL(file, import.meta.url)),
        output: { entryFileNames: 'runner.js' },
      },
    },
  });
  writeFileSync(join(outDir, 'index.html'), '<script type="module" src="./runner.js"></script>');
  const server = await preview({ ...common, build: { outDir } });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const page = await browser.newPage();
  const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await Promise.race([page.waitForFunction(() => 'runner' in globalThis, undefined, { timeout: 0 }), failed]);
  const sampler = await page.evaluate(() => globalThis.runner.sampler);
  const ran = `${sampler.ran ?? ''}, Chromium ${browser.version().split('.')[0]} on SwiftShader`;
  await serve({ ...sampler, ran }, (name, vector) =>
    page.evaluate(([name, vector]) => globalThis.runner.answer(name, vector), [name, vector] as const),
  );
  await browser.close();
  await server.close();
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
