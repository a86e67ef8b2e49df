import { expect, it } from 'vitest';
import config from '../.vitepress/config.js';
import { firstSentence } from '../scripts/first-sentence.js';
import { llmsText } from '../scripts/llms.js';
import { address, packages } from '../site.js';

const groups = [
  { text: 'Start', items: [{ text: 'Getting started', link: '/guide/getting-started' }] },
  { text: 'Understand', items: [{ text: 'Edges', link: '/guide/edges' }] },
];
const text = llmsText('What it is.', groups);

it('has the form of llmstxt.org: a title, a summary, and lists of links under headings', () => {
  const [title, summary, ...rest] = text.trim().split('\n\n');
  expect(title).toBe('# cropgrad');
  expect(summary).toBe('> What it is.');
  const headings = rest.filter((block) => block.startsWith('#'));
  expect(headings).toEqual(['## Start', '## Understand', '## Packages']);
  for (const [k, block] of rest.entries()) {
    if (!rest[k - 1]?.startsWith('## ')) continue;
    for (const line of block.split('\n')) expect(line).toMatch(/^- \[[^\]]+\]\(https:\S+\): .+$/);
  }
});

it('has each guide with its first sentence, also where a component or a script comes first', () => {
  const guide = new URL('guide/getting-started.html', address);
  expect(text).toMatch(new RegExp(`^- \\[Getting started\\]\\(${guide}\\): .{20,}[.?]$`, 'm'));
  expect(text).toMatch(/^- \[Edges\]\(\S+\): [A-Z][^<]{20,}[.?]$/m);
});

it('has every package', () => {
  for (const { name, description } of packages) {
    expect(text).toContain(`- [${name}](`);
    expect(text).toContain(`: ${description}`);
  }
});

it('has what the sidebar of the guides lists', () => {
  expect(Object.keys(config.themeConfig?.sidebar ?? {})).toContain('/');
});

it('a sentence ends at a full stop that is none of an abbreviation, and not at a colon where those go on', () => {
  expect(firstSentence('Takes e.g. [boxes](./box): two\nof them. And more.', '.?')).toBe(
    'Takes e.g. boxes: two of them.',
  );
  expect(firstSentence('Puts crops back: the inverse of {@link crop}.', '.:')).toBe('Puts crops back.');
});
