import type { MarkdownRenderer } from 'vitepress';

type Token = ReturnType<MarkdownRenderer['parse']>[number];

/**
 * Marks the tables whose columns are all numbers but the first or the first two, so that one rule of the style sheet puts
 * them to the right. Markdown writes a style on each cell instead, which is half of a page of measurements.
 */
export function markFigures(tokens: readonly Token[]): void {
  let cells: Token[] = [];
  let table: Token | undefined;
  for (const token of tokens) {
    if (token.type === 'table_open') [table, cells] = [token, []];
    if (token.type === 'th_open' || token.type === 'td_open') cells.push(token);
    if (token.type !== 'table_close' || !table) continue;
    const isRight = cells.filter(({ type }) => type === 'th_open').map((cell) => cell.attrGet('style') === RIGHT);
    const words = isRight.indexOf(true);
    if (words < 1 || words > 2 || isRight.lastIndexOf(false) > words) continue;
    table.attrJoin('class', words === 1 ? 'figures' : 'figures after-two');
    for (const cell of cells) cell.attrs = null;
  }
}

const RIGHT = 'text-align:right';
