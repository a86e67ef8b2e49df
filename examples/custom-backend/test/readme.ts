import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** A code block of the README: the first word of its opening fence is the language, the second a file or a check's id. */
export interface Block {
  language: string;
  about: string;
  code: string;
}

/** The README's code blocks that say what they are about. */
export const blocks: readonly Block[] = [...text.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)].map(
  ([, language, about, code]) => ({ language, about, code }),
);

/** What a diff of the README makes of a file. Throws unless the file has the lines it starts from, once. */
export function applyDiff(source: string, diff: string): string {
  const lines = diff.split('\n').slice(0, -1);
  const side = (signs: string): string =>
    lines.flatMap((line) => (signs.includes(line[0]) ? [`${line.slice(1)}\n`] : [])).join('');
  const parts = source.split(side(' -'));
  if (parts.length !== 2) throw new Error(`Found ${parts.length - 1} times, not once:\n${side(' -')}`);
  return parts.join(side(' +'));
}
