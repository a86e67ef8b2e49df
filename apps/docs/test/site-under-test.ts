import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launch } from './browser.js';
import { serveSite } from './built-site.js';
import { PlaygroundPage } from './playground-page.js';

/** The built site in a browser, for the tests of one `describe`. */
export interface SiteUnderTest {
  /** Where it is served. */
  url(): string;
  browser(): Browser;
  /** Opens the playground, and closes it after the test, which fails if the page complained. */
  open(query?: string, options?: BrowserContextOptions): Promise<PlaygroundPage>;
}

/** Serves the built site, and starts a browser with some arguments, until the tests of the `describe` around are done. */
export function siteUnderTest(args: readonly string[] = []): SiteUnderTest {
  let browser: Browser;
  let site: { url: string; stop: () => void };
  const opened: PlaygroundPage[] = [];
  beforeAll(async () => {
    site = await serveSite();
    browser = await launch(args);
  });
  afterEach(async () => {
    const complaints = opened.flatMap((playground) => playground.complaints);
    await Promise.all(opened.splice(0).map((playground) => playground.close()));
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    site.stop();
  });
  return {
    url: () => site.url,
    browser: () => browser,
    async open(query, options) {
      const playground = await PlaygroundPage.open(browser, site.url, query, options);
      opened.push(playground);
      return playground;
    },
  };
}
