import type { Page } from 'playwright-core';

/** What goes wrong in a page from now on: warnings and errors of the console, uncaught errors, requests to elsewhere. */
export function watchPage(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^(data|blob):$/.test(url.protocol) && url.origin !== origin) complaints.push(`a request to ${url.origin}`);
  });
  return complaints;
}
