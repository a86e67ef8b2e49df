import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

// The system's Chromium, so that Playwright downloads none; the flags are for containers and machines without network.
const launchOptions = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export default defineConfig({
  test: {
    include: ['test/conformance.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({ launchOptions }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
