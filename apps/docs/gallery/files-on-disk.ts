import { readFile } from 'node:fs/promises';
import { moduleUrl, type PageFiles } from './compose-page.js';

const bundle = new URL('../../../packages/bundle/dist/', import.meta.url);
const site = new URL('../public/', import.meta.url);

/** The files of pages that are made in Node: the built `@cropgrad/bundle`, and the photos of the site. */
export const filesOnDisk: PageFiles = {
  module: async (name) => moduleUrl(name, await readFile(new URL(`${name}.js`, bundle), 'utf8')),
  photo: async (path) => `data:image/webp;base64,${(await readFile(new URL(path, site))).toString('base64')}`,
};
