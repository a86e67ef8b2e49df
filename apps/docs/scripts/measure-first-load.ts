import type { Browser, CDPSession } from 'playwright-core';
import { FIRST_CROP } from '../playground/first-crop.js';

/** What a browser fetches for a page, and when the first crop is on screen. */
export interface FirstLoad {
  /** Of each request, as transferred: compressed, and with its headers. */
  requests: { url: string; bytes: number }[];
  /** Of all of them together. */
  bytes: number;
  /** From the start of the navigation, in ms. */
  firstCrop: number;
}

/** A phone on a slow line, as Lighthouse has it: a quarter of this CPU's speed, 1.6 Mbit/s, and 150 ms there and back. */
const SLOW_NETWORK = {
  ...{ offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
};
const SLOW_CPU = { rate: 4 };

/** After the first crop this long nothing has to be fetched, in ms: what comes later is counted, too. */
const QUIET = 1000;

/**
 * Opens a page in a browser that has fetched nothing yet, on a phone or on a desktop, and counts what it fetches, its
 * workers' requests, too.
 */
export async function measureFirstLoad(browser: Browser, url: string, isSlow: boolean): Promise<FirstLoad> {
  const viewport = isSlow ? { width: 360, height: 740 } : { width: 1366, height: 768 };
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const requests = new Map<string, { url: string; bytes: number }>();
    await countRequests(session, requests, isSlow);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, FIRST_CROP, { timeout: 0 });
    await page.waitForTimeout(QUIET);
    await page.waitForLoadState('networkidle');
    const firstCrop = await page.evaluate((name) => performance.getEntriesByName(name)[0].startTime, FIRST_CROP);
    for (const { name, transferSize } of await page.evaluate(resources)) {
      const request = [...requests.values()].find(({ url: asked }) => asked === name);
      // Chromium's protocol leaves out the script of a worker itself; the page's timeline has it.
      if (request) request.bytes = Math.max(request.bytes, transferSize);
    }
    const fetched = [...requests.values()].filter(({ bytes }) => bytes > 0);
    return { requests: fetched, bytes: fetched.reduce((sum, { bytes }) => sum + bytes, 0), firstCrop };
  } finally {
    await context.close();
  }
}

/** Runs in the page: what its timeline says of what it has fetched. */
function resources(): { name: string; transferSize: number }[] {
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .map(({ name, transferSize }) => ({ name, transferSize }));
}

/** What is read here of the messages that a target, such as a worker, sends through the page's session. */
interface TargetMessage {
  method?: string;
  params?: { requestId: string; request: { url: string }; encodedDataLength: number };
}

/** Counts the requests of a page and of its workers, which are slowed down as it is. */
async function countRequests(
  session: CDPSession,
  requests: Map<string, { url: string; bytes: number }>,
  isSlow: boolean,
): Promise<void> {
  const began = (id: string, url: string) => requests.set(id, { url, bytes: requests.get(id)?.bytes ?? 0 });
  const finished = (id: string, bytes: number) => {
    const request = requests.get(id);
    if (request) request.bytes = bytes;
  };
  session.on('Network.requestWillBeSent', ({ requestId, request }) => began(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => finished(requestId, encodedDataLength));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params }: TargetMessage = JSON.parse(message);
    if (!params) return;
    if (method === 'Network.requestWillBeSent') began(params.requestId, params.request.url);
    if (method === 'Network.loadingFinished') finished(params.requestId, params.encodedDataLength);
  });
  session.on('Target.attachedToTarget', async ({ sessionId }) => {
    const tell = (id: number, method: string, params: object = {}) =>
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    await tell(1, 'Network.enable');
    if (isSlow) await tell(2, 'Network.emulateNetworkConditions', SLOW_NETWORK);
    await tell(3, 'Runtime.runIfWaitingForDebugger');
  });
  await session.send('Network.enable');
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
  if (!isSlow) return;
  await session.send('Network.emulateNetworkConditions', SLOW_NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', SLOW_CPU);
}
