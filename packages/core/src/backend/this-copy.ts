import { VERSION } from '../version.js';

/**
 * Which copy of core this is, in words: its version, and where it was loaded from if a stack tells, which it does not in a
 * bundle. In place of `import.meta.url`, bundlers would write the path on the builder's disk.
 */
export const THIS_COPY: string = inWords(folderIn(new Error().stack ?? ''));

/** The folder of a copy of core that a stack names. It begins after a space or a parenthesis: looked for anywhere, a long data: URL takes minutes. */
export function folderIn(stack: string): string | undefined {
  return stack.match(/(?:^|[\s(])([^\s(]*)\/(?:src|dist)\/backend\/this-copy\.[jt]s/)?.[1];
}

function inWords(folder: string | undefined): string {
  return `@cropgrad/core ${VERSION}${folder === undefined ? '' : ` at ${folder}`}`;
}
