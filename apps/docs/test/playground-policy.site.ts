import { describe, expect, it } from 'vitest';
import { BACKEND_NAMES } from '../playground/backends.js';
import { noBrowser, SOFTWARE_WEBGPU } from './browser.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`The playground's backends under a policy are not tested in a browser: ${noBrowser}`);

/** What scripts may do on this site: no eval. A worker has the policy of its own response. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' data: blob:";

describe.skipIf(noBrowser)('under a Content-Security-Policy without eval', () => {
  const { open } = siteUnderTest(SOFTWARE_WEBGPU);

  it('every backend that the playground offers crops', async () => {
    const playground = await open();
    const { page } = playground;
    await page.context().route(/\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } });
    });
    await playground.visit('');
    const [worker] = page.workers();
    // Code in a string that runs later is refused, unlike what the test itself evaluates.
    await worker.evaluate(() => {
      setTimeout('globalThis.evaluated = true');
      return new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(await worker.evaluate(() => 'evaluated' in globalThis)).toBe(false);
    for (const name of BACKEND_NAMES) {
      await page.getByLabel('Backend').selectOption(name);
      await page.locator('.ran').getByText(name, { exact: true }).waitFor();
      expect(await page.getByRole('alert').count(), name).toBe(0);
    }
    expect(await page.getByLabel('Backend').getAttribute('aria-describedby')).toBeTruthy();
    expect(await page.getByText('gpu.js’s cpu mode is not here: it needs eval').count()).toBe(1);
    // The console says that the string was refused, as it should.
    playground.complaints.splice(0);
  });
});
