import { describe, expect, it } from 'vitest';
import { measureFirstLoad } from '../scripts/measure-first-load.js';
import { noBrowser } from './browser.js';
import { siteUnderTest } from './site-under-test.js';

if (noBrowser) console.warn(`First loads are not measured in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the first visit', () => {
  const site = siteUnderTest();

  it.each(['', 'playground.html'])('transfers less than 250 kB, workers and photos too: /%s', async (page) => {
    const { bytes, requests, firstCrop } = await measureFirstLoad(site.browser(), site.url() + page, false);
    const list = requests.map((request) => `${request.bytes} ${request.url}`).join('\n');
    console.log(`/${page}: ${Math.round(bytes / 1000)} kB, first crop after ${Math.round(firstCrop)} ms`);
    expect(list).toMatch(/^\d{5,} .*worker.*\.js$/m);
    expect(bytes, list).toBeLessThan(250_000);
    // No backend but cpu, no plot and no wasm comes before somebody asks.
    expect(list).not.toMatch(/wasm|uplot|LossPlot|webgl|find-job/i);
  });
});
