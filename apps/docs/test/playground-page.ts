import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { PhotoBox, Point } from '../playground/box.js';

/** The playground of the built site, in a tab of its own, as a visitor has it. */
export class PlaygroundPage {
  readonly page: Page;
  /** What should not happen: errors in the console, and requests to other places. */
  readonly complaints: string[] = [];
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    page.on('request', (request) => {
      const isOwn = /^(data|blob):/.test(request.url()) || request.url().startsWith(url);
      if (!isOwn) this.complaints.push(`a request to ${request.url()}`);
    });
  }

  /** A wait this long, in milliseconds, is for something that will never come. */
  static readonly PATIENCE = 180_000;

  /** Opens the playground with a query, and waits for its first crop. */
  static async open(
    browser: Browser,
    url: string,
    query = '',
    options: BrowserContextOptions = {},
  ): Promise<PlaygroundPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1400 }, ...options });
    const playground = new PlaygroundPage(await context.newPage(), url);
    playground.page.setDefaultTimeout(PlaygroundPage.PATIENCE);
    await playground.visit(query);
    return playground;
  }

  async visit(query: string): Promise<void> {
    await this.page.goto(`${this.#url}playground.html${query}`);
    await this.page.getByText('per call on').waitFor();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  get box(): Locator {
    return this.page.getByRole('application');
  }

  /** The bytes of the crop in view, RGBA. */
  crop(): Promise<number[]> {
    return this.page.getByRole('img', { name: 'The crop', exact: true }).evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The crop is not a canvas');
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return Array.from(pixels ?? []);
    });
  }

  /** The crop, once it is another one than before. */
  async cropAfter(before: readonly number[]): Promise<number[]> {
    const deadline = performance.now() + PlaygroundPage.PATIENCE;
    for (;;) {
      const now = await this.crop();
      if (now.join() !== before.join()) return now;
      if (performance.now() > deadline) throw new Error('The crop does not change');
      await this.page.waitForTimeout(50);
    }
  }

  /** The box as its fields say it. */
  async boxFields(): Promise<PhotoBox> {
    const field = async (label: string) => Number(await this.page.getByLabel(label, { exact: true }).inputValue());
    return {
      cx: await field('Centre x'),
      cy: await field('Centre y'),
      w: await field('Width'),
      h: await field('Height'),
      angle: await field('Angle °'),
    };
  }

  /** Where on the page the box's middle is. */
  async boxMiddle(): Promise<Point> {
    const outline = await this.box.locator('polygon').last().boundingBox();
    if (!outline) throw new Error('The box is not in view');
    return { x: outline.x + outline.width / 2, y: outline.y + outline.height / 2 };
  }

  /** Drags with the mouse, in steps small enough to be a hand's. */
  async drag(from: Point, by: Point, steps = 10): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + by.x, from.y + by.y, { steps });
    await this.page.mouse.up();
  }

  /** The longest task of the page's main thread meanwhile, in milliseconds: of computing, and until it was done. */
  async longestTask(work: () => Promise<void>): Promise<{ computed: number; elapsed: number }> {
    const browser = this.page.context().browser();
    if (!browser) throw new Error('The page has no browser');
    await browser.startTracing(this.page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
    await work();
    const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
    const mainThreads = traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`);
    const tasks = traceEvents.filter(
      ({ name, pid, tid }) => name === 'RunTask' && mainThreads.includes(`${pid} ${tid}`),
    );
    const longest = (durations: number[]) => Math.round(Math.max(0, ...durations) / 100) / 10;
    return {
      computed: longest(tasks.map(({ tdur }) => tdur ?? 0)),
      elapsed: longest(tasks.map(({ dur }) => dur ?? 0)),
    };
  }

  /** How long the page's main thread computes meanwhile, in milliseconds. */
  async computingTime(work: () => Promise<void>): Promise<number> {
    const session = await this.page.context().newCDPSession(this.page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const total = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    };
    const before = await total();
    await work();
    return Math.round(1000 * ((await total()) - before));
  }
}

/** As much of Chromium's trace events as is read here; times in microseconds, `tdur` by the thread's own clock. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}
