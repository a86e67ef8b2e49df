import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { shared } from '../../vitest.shared.ts';

/** The system's Chromium, so that Playwright downloads none. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const node = mergeConfig(shared, { test: { name: 'node', include: ['test/{node,both,pages}/**/*.test.ts'] } });

const browser = mergeConfig(shared, {
  // Vite would find these while the tests run, and load the page again.
  optimizeDeps: { include: ['gpu.js', '@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs'] },
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
          args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

export default defineConfig({ test: { projects: existsSync(CHROMIUM) || isRequired() ? [node, browser] : [node] } });

function isRequired(): boolean {
  const required = process.env.CROPGRAD_REQUIRE_BROWSER === '1';
  if (!required && !existsSync(CHROMIUM)) {
    console.warn(`Tests on WebGL are skipped: there is no ${CHROMIUM}. CHROMIUM may name another one.`);
  }
  return required;
}
