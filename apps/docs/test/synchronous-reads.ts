import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pages, root } from './markdown-programs.js';

/** Code as people read it: where it is, from the root of the workspace, and its text. */
export interface Shown {
  place: string;
  text: string;
}

/** A place that reads synchronously, and why it may. */
export interface Exception {
  place: string;
  reason: string;
}

/** A call that waits for the numbers of a tensor. Some backends cannot: webgpu throws, and a GPU stands still. */
const SYNCHRONOUS = /\.(dataSync|arraySync|bytesSync|bufferSync|readSync)\s*(<[^>]*>)?\(/;

const FENCE = /^```(?:ts|js|vue|svelte|html)\b.*\n([\s\S]*?)^```$/gm;

/** The code in all guides and READMEs; the sources of the examples, the playground, the gallery, the drawings and the benchmarks. */
export function shownCode(): Shown[] {
  const folders = readdirSync(join(root, 'examples')).map((name) => `examples/${name}`);
  const readmes = [...folders, 'bench', 'apps/docs', 'mutation'].map((folder) => `${folder}/README.md`);
  const blocks = [...pages(), ...readmes].map((place) => ({
    place,
    text: [...readFileSync(join(root, place), 'utf8').matchAll(FENCE)].map(([, code]) => code).join('\n'),
  }));
  const sources = [
    ...folders.flatMap((folder) => ['src', 'app'].map((part) => `${folder}/${part}`)),
    ...['playground', 'gallery', 'drawings', 'guide'].map((folder) => `apps/docs/${folder}`),
    'bench/src',
  ];
  return [...blocks, ...sources.flatMap(sourcesIn)];
}

function sourcesIn(folder: string): Shown[] {
  // An example has one of both.
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).flatMap((name) => {
    const place = `${folder}/${name}`;
    if (statSync(join(root, place)).isDirectory()) return sourcesIn(place);
    return /\.(tsx?|js|vue|html)$/.test(name) ? [{ place, text: readFileSync(join(root, place), 'utf8') }] : [];
  });
}

/** The places that read synchronously, each once. */
export function synchronousReads(shown: readonly Shown[]): string[] {
  return shown.filter(({ text }) => SYNCHRONOUS.test(text)).map(({ place }) => place);
}
