import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { type DataSet, saveDataSet } from '../data-set.js';
import type { PlaceResults } from './measure-place.js';
import type { PlacePlan } from './plan.js';

const PAGE = fileURLToPath(new URL('./page', import.meta.url));
/** An isolated page has a finer clock. */
const HEADERS = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** What WebGPU needs in a headless Chromium; where there is no GPU, it is told to take the program that stands in for one. */
const HAS_GPU = existsSync('/dev/dri') || existsSync('/dev/nvidia0');
const WEBGPU_FLAGS = ['--enable-unsafe-webgpu', ...(HAS_GPU ? [] : ['--use-webgpu-adapter=swiftshader'])];

/** Measures in a page, which Vite bundles and headless Chromium opens. Undefined where there is no Chromium. */
export async function measureInChromium(
  plan: PlacePlan,
  dataSets: readonly DataSet[],
  onProgress: (doing: string) => void,
): Promise<(PlaceResults & { version: string }) | undefined> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return undefined;
  const outDir = await mkdtemp(join(tmpdir(), 'cropgrad-bench-page-'));
  try {
    const target = { outDir, target: 'es2022', emptyOutDir: true };
    await build({ root: PAGE, configFile: false, logLevel: 'error', base: './', build: target });
    for (const data of dataSets) await saveDataSet(join(outDir, 'data', data.workload.name), data);
    await writeFile(join(outDir, 'data', 'plan.json'), JSON.stringify(plan));
    const server = await preview({
      root: PAGE,
      configFile: false,
      logLevel: 'error',
      build: { outDir },
      preview: { headers: HEADERS },
    });
    const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...WEBGPU_FLAGS] });
    try {
      const page = await browser.newPage();
      const results = new Promise<PlaceResults>((resolve, reject) => {
        page.on('pageerror', reject);
        page.on('crash', () => reject(new Error('The page crashed')));
        const exposed = { onProgress, onResults: resolve, onFailure: (reason: string) => reject(new Error(reason)) };
        for (const [name, callback] of Object.entries(exposed)) page.exposeFunction(name, callback).catch(reject);
        const [url] = server.resolvedUrls?.local ?? [];
        page.goto(url).catch(reject);
      });
      return { ...(await results), version: browser.version() };
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await rm(outDir, { recursive: true });
  }
}
