import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { version } from '../site.js';
import { noBrowser } from './browser.js';
import { base, builtPages, dist } from './built-site.js';
import { siteUnderTest } from './site-under-test.js';

// Evaluated by the browser's debugger: the policy of the pages lets no other script in.
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  /** In a page, once its script is there. */
  var axe: typeof axeCore;
}

/** Runs in the page: what axe finds there that is serious or worse. */
async function seriousFaults(scheme: string): Promise<string[]> {
  const { violations } = await axe.run();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${scheme}: ${id}: ${html.slice(0, 120)}`));
}

if (noBrowser) console.warn(`The site is not tested in a browser: ${noBrowser}`);

describe.skipIf(noBrowser)('the built site', () => {
  const site = siteUnderTest();

  /** Opens a page, and gathers what should not happen. */
  async function open(path: string, page: Page): Promise<string[]> {
    const complaints: string[] = [];
    page.removeAllListeners();
    page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('request', (request) => {
      const isOwn = /^(data|blob):/.test(request.url()) || request.url().startsWith(site.url());
      if (!isOwn) complaints.push(`a request to ${request.url()}`);
    });
    await page.goto(site.url() + path, { waitUntil: 'networkidle' });
    return complaints;
  }

  const links = new Map<string, Set<string>>();
  const anchors = new Map<string, Set<string>>();

  for (const path of builtPages) {
    it(`${path} opens on a phone, asks no other host, and reads well`, async () => {
      const page = await site.browser().newPage({ viewport: { width: 360, height: 740 } });
      page.setDefaultTimeout(180_000);
      const complaints = await open(path, page);
      const found = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        headings: document.querySelectorAll('h1').length,
        withoutAlt: [...document.images].filter((image) => !image.hasAttribute('alt')).map(({ src }) => src),
        links: [...document.querySelectorAll('a')].map(({ href }) => href),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      }));
      links.set(path, new Set(found.links));
      anchors.set(path, new Set(found.ids));
      await page.evaluate(axeScript);
      const faults = await page.evaluate<string[], string>(seriousFaults, 'light');
      // Colours on their way from light to dark are neither.
      await page.addStyleTag({ content: '* { transition: none !important; }' });
      await page.evaluate(() => document.documentElement.classList.add('dark'));
      faults.push(...(await page.evaluate<string[], string>(seriousFaults, 'dark')));
      await page.close();
      expect(complaints).toEqual([]);
      expect(found.overflow, 'pixels wider than the screen').toBeLessThanOrEqual(0);
      expect(found.headings).toBe(1);
      expect(found.withoutAlt).toEqual([]);
      expect(faults).toEqual([]);
    });
  }

  it('has no link to a page or a heading that is not there', () => {
    const broken: string[] = [];
    for (const [path, hrefs] of links) {
      for (const href of hrefs) {
        if (!href.startsWith(new URL(site.url()).origin)) continue;
        const { pathname, hash } = new URL(href);
        const name = decodeURIComponent(pathname.slice(base.length));
        const target = [name, `${name}.html`, `${name}index.html`].find((candidate) => anchors.has(candidate));
        const hasAnchor = hash === '' || anchors.get(target ?? '')?.has(decodeURIComponent(hash.slice(1)));
        if (!pathname.startsWith(base) || target === undefined || !hasAnchor) broken.push(`${path}: ${href}`);
      }
    }
    expect(links.size).toBe(builtPages.length);
    expect(broken).toEqual([]);
  });

  it('runs no script but its own, and no eval', async () => {
    const page = await site.browser().newPage();
    await open('guide/edges', page);
    const refused = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = [];
          document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
            if (seen.push(blockedURI) === 3) resolve([...seen.sort(), document.title]);
          });
          const script = document.createElement('script');
          script.textContent = 'document.title = "changed"';
          document.head.append(script);
          fetch('https://example.org/').catch(() => {});
          // Later, as the debugger itself may evaluate.
          setTimeout(() => new Function('document.title = "changed"')());
        }),
    );
    await page.close();
    expect(refused).toEqual(['eval', 'https://example.org/', 'inline', expect.not.stringContaining('changed')]);
  });

  it('says its version, and where to edit a page; has an icon, a picture to share, and a sitemap', async () => {
    const page = await site.browser().newPage();
    await open('guide/edges', page);
    const shown = await page.locator('.VPNavBar').textContent();
    const edit = await page.getByRole('link', { name: 'Edit this page' }).getAttribute('href');
    await open('guide/add-a-backend', page);
    const editTutorial = await page.getByRole('link', { name: 'Edit this page' }).getAttribute('href');
    const icon = await page.locator('link[rel=icon]').getAttribute('href');
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
    const pngOfPicture = readFileSync(join(dist, new URL(picture ?? '').pathname.slice(base.length)));
    await page.close();
    expect(shown).toContain(`v${version}`);
    expect(edit).toMatch(/apps\/docs\/guide\/edges\.md$/);
    expect(editTutorial).toMatch(/main\/examples\/custom-backend\/README\.md$/);
    expect(readFileSync(join(dist, (icon ?? '').slice(base.length)), 'utf8')).toContain('<svg');
    expect([pngOfPicture.readUInt32BE(16), pngOfPicture.readUInt32BE(20)]).toEqual([1200, 630]);
    const sitemap = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
    expect(sitemap.split('<loc>').length - 1).toBe(builtPages.length);
  });

  it('is dark where dark is wanted', async () => {
    const page = await site.browser().newPage({ colorScheme: 'dark' });
    await open('', page);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.close();
    expect(background).toBe('rgb(27, 27, 31)');
  });
});
