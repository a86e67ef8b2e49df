import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISOLATED, servePage } from '../../commands/serve-page.js';
import { hasChromium, startChromium } from './chromium.js';

const dist = fileURLToPath(new URL('../node_modules/@cropgrad/bundle/dist/', import.meta.url));

/** The longest a timer takes: no test has a wall-clock limit. */
const NO_LIMIT = 2 ** 31 - 1;

/** What the page found out. */
interface Report {
  backend: string;
  crop: number[];
  /** The gradient of the crop's sum by the box. */
  slopes: number[];
  /** The box after a step. */
  moved: number[];
}

/** What each file asks for besides itself. */
const FILES = { cpu: [], register: [], wasm: ['tfjs-backend-wasm-simd.wasm'], webgl: [], webgpu: [] };

/** The backend in a file. */
const backendOf = (file: string): string => (file === 'register' ? 'cpu' : file);

/** A page with one script tag: a crop, its gradient by the box, and a step of an optimizer, which needs tfjs's gradients. */
function pageOn(file: string): string {
  return `<!doctype html><script type="module">
    import { crop, tf } from './files/${file}.js';
    await tf.setBackend('${backendOf(file)}');
    const photo = tf.range(0, 16).reshape([1, 4, 4, 1]);
    const box = tf.variable(tf.tensor2d([[-0.5, -0.5, 0.5, 0.5]]));
    const middle = crop(photo, box, [2, 2]);
    const slopes = tf.grad((boxes) => crop(photo, boxes, [2, 2]).sum())(box);
    const report = { backend: tf.getBackend(), crop: [...await middle.data()], slopes: [...await slopes.data()] };
    tf.train.sgd(0.01).minimize(() => tf.losses.meanSquaredError(tf.zeros([1, 2, 2, 1]), crop(photo, box, [2, 2])));
    window.report = { ...report, moved: [...await box.data()] };
  </script>`;
}

describe.skipIf(!hasChromium)('one script tag', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cropgrad-one-file-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
    cpSync(dist, join(folder, 'files'), { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it.for(Object.entries(FILES))('crops and learns in %s.js', async ([file, others]) => {
    const { report, requests, complaints } = await visit(file);
    expect(complaints).toEqual([]);
    expectRight(report, backendOf(file));
    expect(requests).toEqual(['', ...[`${file}.js`, ...others].map((name) => `files/${name}`)]);
  });

  it("runs tfjs's threads on an isolated page", async () => {
    const { report, requests, complaints } = await visit('wasm', ISOLATED);
    expect(complaints).toEqual([]);
    expectRight(report, 'wasm');
    // Each thread is a worker of its own.
    const files = requests.filter((request) => !request.startsWith('blob:'));
    expect(files).toEqual(['', 'files/wasm.js', 'files/tfjs-backend-wasm-threaded-simd.wasm']);
    expect(requests.length).toBeGreaterThan(files.length);
  });

  function expectRight({ moved, ...report }: Report, backend: string): void {
    expect(report).toEqual({ backend, crop: [5, 6, 9, 10], slopes: [4, 16, 4, 16] });
    // Worked out by hand: half the sum of value × slope, times 0.01, to the other side.
    const expected = [-0.645, -1.02, 0.345, -0.18];
    for (const [k, edge] of expected.entries()) expect(moved[k]).toBeCloseTo(edge, 5);
  }

  /** Opens the page of a file, and waits for its report or for a complaint. Requests are paths of the page's origin. */
  async function visit(file: string, headers?: Readonly<Record<string, string>>) {
    writeFileSync(join(folder, 'index.html'), pageOn(file));
    const { origin, server } = await servePage(folder, undefined, headers);
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url().replace(new RegExp(`^${origin}/`), '')));
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    await page.goto(origin);
    const isDone = async () => complaints.length > 0 || page.evaluate('window.report !== undefined');
    await expect.poll(isDone, { timeout: NO_LIMIT }).toBe(true);
    const report = await page.evaluate<Report>('window.report ?? {}');
    await page.close();
    server.close();
    return { report, requests, complaints };
  }
});
