import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from './browser.js';
import { dist, docs, serveSite } from './built-site.js';

const demos = join(docs, 'gallery/demos');
const names = readdirSync(demos).map((file) => file.replace(/\.html$/, ''));

/** What each page finds out, e.g. `0.02 px`, and what must be true of the numbers in it. */
const RESULTS: Readonly<Record<string, (numbers: readonly number[]) => void>> = {
  'align-two-photos': ([off]) => expect(off).toBeLessThan(0.3),
  'find-my-thumbnail': ([off]) => expect(off).toBeLessThan(1),
  'straighten-a-page': ([off]) => expect(off).toBeLessThan(2.5),
  stabilise: ([shaky, steady]) => expect(steady).toBeLessThan(shaky / 10),
  'live-video': ([off]) => expect(off).toBeLessThan(1),
  'learn-from-far-away': ([usual, widened]) => {
    expect(usual).toBeGreaterThan(50);
    expect(widened).toBeLessThan(0.1);
  },
  antialias: ([usual, averaged]) => expect(averaged).toBeLessThan(usual / 20),
  'spatial-transformer': ([, pixels, degrees]) => {
    expect(pixels).toBeLessThan(0.7);
    expect(degrees).toBeLessThan(10);
  },
  'gradients-at-the-edges': ([zeros, border, reflection, wrap]) => {
    for (const off of [zeros, reflection, wrap]) expect(off).toBeLessThan(0.2);
    expect(border).toBeGreaterThan(5);
  },
};

if (noBrowser) console.warn(`The gallery is not tested in a browser: ${noBrowser}`);

it('every page of the gallery has less than 150 lines, of 120 characters at most', () => {
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const lines = readFileSync(join(demos, `${name}.html`), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.length, name).toBeLessThan(150);
    expect(Math.max(...lines.map(({ length }) => length)), name).toBeLessThanOrEqual(120);
  }
  expect(Object.keys(RESULTS).sort()).toEqual([...names].sort());
});

it('its pages link to their guides, and these link back', () => {
  for (const name of names) {
    const page = readFileSync(join(dist, `gallery/${name}.html`), 'utf8');
    const [, guides] = readFileSync(join(docs, `gallery/${name}.md`), 'utf8').match(/^guides: \[(.+)\]$/m) ?? [];
    for (const guide of guides.split(', ')) {
      const back = readFileSync(join(dist, `guide/${guide}.html`), 'utf8');
      expect(page.includes(`/guide/${guide}.html"`), `${name} to ${guide}`).toBe(true);
      expect(back.includes(`/gallery/${name}.html"`), `${guide} to ${name}`).toBe(true);
    }
    expect(page.includes('href="./../playground.html"'), name).toBe(true);
  }
});

describe.skipIf(noBrowser)('the gallery', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cropgrad-gallery-'));
  const complaints: string[] = [];
  /** Whether the test makes mistakes on purpose, which the console shows, too. */
  let errs = false;
  let browser: Browser;
  let site: { url: string; stop: () => void };
  beforeAll(async () => {
    site = await serveSite();
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0).filter((complaint) => !errs || complaint.startsWith('a request'))).toEqual([]);
    errs = false;
  });
  afterAll(async () => {
    await browser.close();
    site.stop();
    rmSync(folder, { recursive: true });
  });

  /** A page in a context of its own, which gathers what should not happen. */
  async function newPage(offline = false): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, offline });
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('request', (request) => {
      const isOwn = /^(data|blob|file):/.test(request.url()) || request.url().startsWith(site.url);
      if (!isOwn) complaints.push(`a request to ${request.url()}`);
    });
    return page;
  }

  async function open(name: string): Promise<{ page: Page; live: FrameLocator }> {
    const page = await newPage();
    await page.goto(`${site.url}gallery/${name}.html`);
    await page.getByRole('textbox', { name: 'The code of the page' }).waitFor();
    return { page, live: page.frameLocator('iframe') };
  }

  /** Writes at the end of the code, and runs it; gives the number of the first line that is new. */
  async function append(page: Page, name: string, text: string): Promise<number> {
    const editor = page.getByRole('textbox', { name: 'The code of the page' });
    await editor.press('Control+End');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Control+Enter');
    return readFileSync(join(demos, `${name}.html`), 'utf8').split('\n').length;
  }

  const resultOf = async (page: { locator: Page['locator'] }): Promise<number[]> => {
    const result = await page.locator('html[data-ready][data-result]').getAttribute('data-result');
    return (result?.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  };

  for (const name of names) {
    it(`${name} gets ready and finds what it is to find; and so does the file that one takes along, without a network`, async () => {
      const { page, live } = await open(name);
      RESULTS[name](await resultOf(live));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`${name}.html`);
      const file = join(folder, `${name}.html`);
      await download.saveAs(file);
      expect(readFileSync(file, 'utf8')).toContain('TERMS AND CONDITIONS FOR USE');
      await page.context().close();
      const alone = await newPage(true);
      await alone.goto(`file://${file}`);
      RESULTS[name](await resultOf(alone));
    });
  }

  it('runs what one has changed, and takes it back', async () => {
    const { page, live } = await open('antialias');
    const title = () => live.locator('h2').first().textContent();
    expect(await title()).toBe('The usual taps');
    await append(page, 'antialias', "<script>document.querySelector('h2').textContent = 'Mine'</script>");
    await expect.poll(title, { timeout: 60_000 }).toBe('Mine');
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(title, { timeout: 60_000 }).toBe('The usual taps');
  });

  const MISTAKES: readonly { what: string; code: string; line: number; message: RegExp }[] = [
    { what: 'is no JavaScript', code: 'let a = 1;\nlet = ;', line: 1, message: /SyntaxError/ },
    { what: 'throws', code: '\n\nnoSuchThing();', line: 2, message: /ReferenceError: noSuchThing is not defined/ },
    { what: 'rejects', code: 'await 0;\nawait Promise.reject(new Error("mine"));', line: 1, message: /Error: mine/ },
    {
      what: 'is refused by a package',
      code: "import { crop } from '@cropgrad/bundle/cpu';\n\ncrop('photo', [[0, 0, 1, 1]], [2, 2]);",
      line: 2,
      message: /CropError: crop: image/,
    },
    {
      what: 'asks the network',
      code: "fetch('https://example.org/')",
      line: Number.NaN,
      message: /example\.org\S* is not loaded/,
    },
    {
      what: 'imports what is not there',
      code: "import '@cropgrad/bundle/nothing';",
      line: Number.NaN,
      message: /@cropgrad\/bundle\/nothing is not there/,
    },
  ];

  it.for(MISTAKES)('says what is wrong, and in which line, where the code $what', async ({ code, line, message }) => {
    errs = true;
    const { page } = await open('antialias');
    const first = await append(page, 'antialias', `<script type="module">${code}</script>`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const said = (await alert.textContent()) ?? '';
    expect(said).toMatch(message);
    expect(Number(/Line (\d+)/.exec(said)?.[1])).toBe(first + line);
  });

  it('runs nothing in a frame without a sandbox, where it would be the site', async () => {
    const page = await newPage();
    await page.goto(`${site.url}gallery/`);
    const title = await page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      frame.contentWindow?.postMessage('<title>Not the site</title>', '*');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return frame.contentDocument?.title;
    }, `${site.url}gallery/run.html`);
    expect(title).toBe('A page of the gallery runs here');
  });

  it('shows its code where there is no JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}gallery/antialias.html`);
    expect(await page.locator('.code').textContent()).toContain("import { crop, tf } from '@cropgrad/bundle/cpu';");
    await page.getByRole('link', { name: 'playground', exact: true }).waitFor();
  });
});
