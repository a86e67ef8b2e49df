import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The system's Chromium, or the one that CHROMIUM names. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Whether pages can be tested here; with CROPGRAD_REQUIRE_BROWSER=1 they are in any case. */
export const hasChromium: boolean = existsSync(executablePath) || process.env.CROPGRAD_REQUIRE_BROWSER === '1';
if (!hasChromium) {
  console.warn(`Bundled pages are not tested: there is no ${executablePath}. CHROMIUM may name another one.`);
}

/** Starts it, with WebGPU by its software driver, and without anything that calls home. */
export function startChromium(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const webgpu = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet, ...webgpu] });
}
