import { composePage } from './compose-page.js';
import { pageFiles, readLicenses } from './page-files.js';

/** Saves a page as one file that needs no network, with the licences of all that is in it at its end. */
export async function savePage(name: string, source: string): Promise<void> {
  const [page, licenses] = await Promise.all([composePage(source, pageFiles), readLicenses()]);
  const whole = `${page}\n<!-- The licences of what is in this file:\n\n${licenses.replaceAll('-->', '- ->')}\n-->\n`;
  const url = URL.createObjectURL(new Blob([whole], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.html`;
  link.click();
  URL.revokeObjectURL(url);
}
