import cpu from '@cropgrad/bundle/cpu?url';
import register from '@cropgrad/bundle/register?url';
import { withBase } from 'vitepress';
import licenses from '../../../packages/bundle/dist/LICENSES.txt?url';
import { moduleUrl, type PageFiles } from './compose-page.js';

const MODULES: Readonly<Record<string, string>> = { cpu, register };

/** What was fetched, so that a page that runs again asks for nothing. */
const fetched = new Map<string, Promise<string>>();

/** The files of pages that run in the site. What is not there throws an `Error` that names it. */
export const pageFiles: PageFiles = {
  module(name) {
    const url = MODULES[name];
    if (url) return once(url, async (response) => moduleUrl(name, await response.text()));
    const known = Object.keys(MODULES).map((module) => `@cropgrad/bundle/${module}`);
    throw new Error(`@cropgrad/bundle/${name} is not there; take ${known.join(' or ')}`);
  },
  photo: (path) => once(withBase(`/${path}`), async (response) => dataUrl(await response.blob())),
};

/** The licences of all that is in the modules. */
export const readLicenses = (): Promise<string> => once(licenses, (response) => response.text());

function once(url: string, read: (response: Response) => Promise<string>): Promise<string> {
  const known = fetched.get(url);
  if (known) return known;
  const text = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
    return read(response);
  });
  fetched.set(url, text);
  // Next time it may be there.
  text.catch(() => fetched.delete(url));
  return text;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
