import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The browser: the system's Chromium, or the one that CHROMIUM names. */
export const CHROMIUM: string = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why tests in a browser are skipped here, if they are; with CROPGRAD_REQUIRE_BROWSER=1 they never are. */
export const noBrowser: string | undefined =
  existsSync(CHROMIUM) || process.env.CROPGRAD_REQUIRE_BROWSER === '1'
    ? undefined
    : `there is no ${CHROMIUM}; with CROPGRAD_REQUIRE_BROWSER=1 this would fail`;

/** What gives a Chromium without a GPU WebGPU, in software. */
export const SOFTWARE_WEBGPU: readonly string[] = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/** Starts it, without anything that calls home. */
export function launch(args: readonly string[] = []): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', ...quiet, ...args] });
}
