import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`The playground without WebGPU is not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the playground without WebGPU', () => {
  const { open } = siteUnderTest();

  it('says why webgpu does not start, and goes on with another backend', async () => {
    const playground = await open();
    const before = await playground.crop();
    await playground.page.getByLabel('Backend').selectOption('webgpu');
    await playground.page.getByText('The webgpu backend does not start here: there is no WebGPU adapter').waitFor();
    expect(await playground.crop()).toEqual(before);
    await playground.page.getByLabel('Backend').selectOption('wasm');
    await playground.page.locator('.ran').getByText('wasm', { exact: true }).waitFor();
    expect(await playground.page.getByRole('alert').count()).toBe(0);
  });
});
