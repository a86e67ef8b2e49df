import type { MarkdownRenderer } from 'vitepress';

type Token = ReturnType<MarkdownRenderer['parse']>[number];

/** A heading in the title of a fold cannot be tabbed to: the title itself can, and nothing inside of it may be. */
export function unfocusFoldHeadings(tokens: readonly Token[]): void {
  for (const [k, token] of tokens.entries()) {
    const before = tokens[k - 1];
    if (token.type !== 'heading_open' || before?.type !== 'html_block' || !before.content.includes('<summary>'))
      continue;
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'tabindex');
  }
}
