import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from './browser.js';
import { base } from './built-site.js';
import { siteUnderTest } from './site-under-test.js';

/** What people type, and a page that they look for. */
const LOOKED_FOR: [typed: string, page: string][] = [
  ['grid_sample', 'api/@cropgrad/core/gridSample'],
  ['gridSample', 'api/@cropgrad/core/gridSample'],
  ['affine_grid', 'api/@cropgrad/core/affineGrid'],
  ['crop', 'api/@cropgrad/core/crop'],
  ['roi', 'api/@cropgrad/drop-in/roiAlign'],
  ['roi align', 'api/@cropgrad/drop-in/roiAlign'],
  ['crop_and_resize', 'api/@cropgrad/drop-in/cropAndResize'],
  ['warpAffine', 'api/@cropgrad/core/thetaFromPixels'],
  ['letterbox', 'api/@cropgrad/core/letterboxBoxes'],
  ['optical flow', 'api/@cropgrad/core/flowGrid'],
  ['onnx', 'api/@cropgrad/arrays/cropArray'],
  ['homography', 'guide/align-two-photos'],
  ['video', 'guide/video'],
  ['react', 'guide/frameworks'],
  ['typescript', 'guide/getting-started'],
  ['moire', 'guide/antialias'],
  ['alignCorners', 'guide/coordinates'],
];

if (noBrowser) console.warn(`The search is not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the search', () => {
  let page: Page;
  const site = siteUnderTest();
  const foreign: string[] = [];
  beforeAll(async () => {
    page = await site.browser().newPage();
    page.on('request', (request) => !request.url().startsWith(site.url()) && foreign.push(request.url()));
    await page.goto(`${site.url()}guide/getting-started`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Search' }).click();
  });

  /** The pages of the first three results. */
  async function firstThree(typed: string): Promise<string[]> {
    await page.getByRole('searchbox').fill('');
    await page.locator('.result').first().waitFor({ state: 'detached' });
    await page.getByRole('searchbox').fill(typed);
    await page.locator('.result').first().waitFor();
    const results = await page
      .locator('.result')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    return results.slice(0, 3).map((href) => (href ?? '').slice(base.length).replace(/\.html.*/, ''));
  }

  it.each(LOOKED_FOR)('finds for %s the page %s among the first three results', async (typed, wanted) => {
    expect(await firstThree(typed)).toContain(wanted);
  });

  it('leads to the top of the page for words that are not on it', async () => {
    await firstThree('moire');
    await page.locator('.result').first().click();
    await page.waitForURL(/guide\/antialias\.html$/);
    // The address changes before the page does.
    await page.locator('h1', { hasText: 'Shrink without moiré' }).waitFor();
  });

  it('asks nobody', () => {
    expect(foreign).toEqual([]);
  });
});
