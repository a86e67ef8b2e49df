import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Runs the conformance suite on backend-webgl in headless Chromium, from the sources: what `cropgrad-conformance --json`
 * writes, and where it ran.
 */
export async function reportInChromium(_name, runs) {
  const outDir = mkdtempSync(join(tmpdir(), 'cropgrad-suite-'));
  const common = { root, configFile: false, logLevel: 'error' };
  await build({
    ...common,
    resolve: { conditions: ['cropgrad-source'], dedupe: ['@tensorflow/tfjs-core'] },
    build: { outDir, target: 'es2022', rolldownOptions: { input: join(root, 'suite.html') } },
  });
  const server = await preview({ ...common, build: { outDir } });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => message.type() === 'log' && console.log(message.text()));
    page.on('pageerror', (error) => console.error(error));
    await page.goto(new URL('suite.html', server.resolvedUrls.local[0]).href);
    const renderer = await page.evaluate(rendererName);
    const report = await page.evaluate((runs) => globalThis.runSuite(runs), runs);
    return { report, where: `Chromium ${browser.version().split('.')[0]}, on ${renderer}` };
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true });
  }
}

/** Runs in the page: what draws there, in few words. */
function rendererName() {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  const name = gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info').UNMASKED_RENDERER_WEBGL);
  return name.match(/SwiftShader|llvmpipe/)?.[0] ?? name;
}
