import type { Browser } from 'playwright-core';
import { servePage } from '../../commands/serve-page.js';

/** Forbids eval in every form, WebAssembly too, and all that is not the page's own. */
const STRICT = "default-src 'self'";

/** What a page is asked to do: see `page/jobs.js`. */
export interface Query {
  job: 'agreement' | 'training' | 'faults' | 'nothing';
  backend: string;
  thread: 'page' | 'worker';
}

/** What came of it. */
export interface Opened<Report> {
  report: Report;
  /** Messages in the console, uncaught errors, and requests to elsewhere. */
  complaints: string[];
  /** What the Content-Security-Policy has blocked; reports may come late. */
  violations: string[];
}

/**
 * Serves a bundled page under a strict Content-Security-Policy, opens it, and waits for its report. A host other than
 * localhost must be one that the browser takes for it.
 */
export async function openPage<Report>(
  browser: Browser,
  folder: string,
  query?: Query,
  host = 'localhost',
): Promise<Opened<Report>> {
  const served = await servePage(folder, STRICT);
  const { server, violations } = served;
  const origin = served.origin.replace('localhost', host);
  const page = await browser.newPage();
  // No test has a wall-clock limit.
  page.setDefaultTimeout(0);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) complaints.push(`a request to ${request.url()}`);
  });
  try {
    await page.goto(`${origin}/?${new URLSearchParams({ ...query })}`);
    const report = await page.evaluate<Report>('report');
    return { report, complaints, violations };
  } finally {
    await page.close();
    server.close();
  }
}
