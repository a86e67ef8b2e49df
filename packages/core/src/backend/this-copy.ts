import { VERSION } from '../version.js';

/**
 * Which copy of core this is, in words: its version, and where it was loaded from if a stack tells, which it does not in a
 * bundle. In place of `import.meta.url`, bundlers would write the path on the builder's disk.
 */
export const THIS_COPY: string = inWords(
  new Error().stack?.match(/[^\s(]*(?=\/(src|dist)\/backend\/this-copy\.[jt]s)/)?.[0],
);

function inWords(folder: string | undefined): string {
  return `@cropgrad/core ${VERSION}${folder === undefined ? '' : ` at ${folder}`}`;
}
