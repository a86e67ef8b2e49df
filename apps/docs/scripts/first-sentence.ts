/** The first sentence of a text, on one line and without links. A colon may end it, too, where `ends` says so. */
export function firstSentence(text: string, ends: '.?' | '.:'): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  const [sentence] = line.match(new RegExp(`^.*?[${ends}](?= |$)(?<!e\\.g\\.)`)) ?? [line];
  return sentence
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/:$/, '.');
}
