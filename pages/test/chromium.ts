import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The system's Chromium, or the one that CHROMIUM names. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Whether pages can be tested here; with CROPGRAD_REQUIRE_BROWSER=1 they are in any case. */
export const hasChromium: boolean = existsSync(executablePath) || process.env.CROPGRAD_REQUIRE_BROWSER === '1';
if (!hasChromium) {
  console.warn(`Bundled pages are not tested: there is no ${executablePath}. CHROMIUM may name another one.`);
}

/** WebGPU by the driver that comes with Chromium. */
const WEBGPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/** Starts it, without anything that calls home; with WebGPU, unless other arguments are given. */
export function startChromium(args: readonly string[] = WEBGPU): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet, ...args] });
}
