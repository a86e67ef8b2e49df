/** What was measured of one workload: a row per thing that was computed, a number of milliseconds per contender. */
export interface TimesGroup {
  title: string;
  rows: { name: string; times: string[] }[];
}

/**
 * A table of times as HTML, since in Markdown no cell spans columns: each group begins with a row that is its title alone,
 * so that the columns stay narrow enough for a phone.
 */
export function timesTable(contenders: readonly string[], groups: readonly TimesGroup[]): string {
  const head = row(['ms', ...contenders].map((text, k) => cell('th', text, k > 0)));
  const bodies = groups.map(({ title, rows }) => {
    const heading = `<tr><th colspan="${contenders.length + 1}" scope="rowgroup">${title}</th></tr>`;
    const lines = rows.map(({ name, times }) => row([name, ...times].map((text, k) => cell('td', text, k > 0))));
    return ['<tbody>', heading, ...lines, '</tbody>'].join('\n');
  });
  return ['<table class="times">', '<thead>', head, '</thead>', ...bodies, '</table>'].join('\n');
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.join('')}</tr>`;
}

function cell(tag: 'th' | 'td', text: string, isNumber: boolean): string {
  return `<${tag}${isNumber ? ' style="text-align: right"' : ''}>${text}</${tag}>`;
}
