/** Columns padded to the width of their widest entry. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((entry, column) => entry.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
