import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import { shared } from './vitest.shared.ts';

/** The system's Chromium, so that Playwright downloads none. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * The tests of a package that runs in browsers, too: those in test/browser in Chromium, those in test/both there and in
 * Node, all others in Node, but for test/pages, which `test:pages` runs; and what else the package has projects for.
 * Without a Chromium there is Node alone, and a line says so; with CROPGRAD_REQUIRE_BROWSER=1 that is an error.
 */
export function inNodeAndChromium(options: {
  node?: ViteUserConfig;
  chromium: ViteUserConfig;
  /** What Chromium is started with, besides. */
  args?: readonly string[];
  others?: readonly ViteUserConfig[];
}): ViteUserConfig {
  const node = mergeConfig(shared, {
    test: { name: 'node', include: ['test/**/*.test.ts'], exclude: ['test/{browser,pages}/**', '**/node_modules/**'] },
  });
  const chromium = mergeConfig(shared, {
    define: { 'process.env.CROPGRAD_FULL': JSON.stringify(process.env.CROPGRAD_FULL ?? '') },
    test: {
      name: 'chromium',
      include: ['test/{browser,both}/**/*.test.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            executablePath: CHROMIUM,
            // For containers, and machines without network.
            args: [
              '--no-sandbox',
              '--disable-background-networking',
              '--disable-component-update',
              '--disable-sync',
              ...(options.args ?? []),
            ],
          },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  });
  const others = (options.others ?? []).map((other) => mergeConfig(shared, other));
  const projects = [mergeConfig(node, options.node ?? {}), ...others];
  if (existsSync(CHROMIUM) || process.env.CROPGRAD_REQUIRE_BROWSER === '1') {
    projects.push(mergeConfig(chromium, options.chromium));
  } else {
    console.warn(`Tests in Chromium are skipped: there is no ${CHROMIUM}. CHROMIUM may name another one.`);
    // A project without tests, as scripts name it.
    projects.push({ test: { name: 'chromium', include: [] } });
  }
  // What to log is asked of the root alone.
  return mergeConfig(shared, { test: { projects } });
}
