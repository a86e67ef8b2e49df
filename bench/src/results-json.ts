/** What fits in a line of this many characters is on one. */
const LINE = 160;

/** The same results with all numbers to six digits, three more than any page shows. Pages are made of these, so that they can be made again. */
export function rounded<T extends object>(results: T): T {
  return JSON.parse(
    JSON.stringify(results, (_key, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value,
    ),
  );
}

/** Results as the text of a JSON file, a row on a line or few. */
export function resultsJson(results: object): string {
  return `${laidOut(results, '')}\n`;
}

function laidOut(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= LINE || typeof value !== 'object' || value === null) return line;
  const inner = `${indent} `;
  const isArray = Array.isArray(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => `${inner}${isArray ? '' : `${JSON.stringify(key)}: `}${laidOut(entry, inner)}`);
  const [open, close] = isArray ? '[]' : '{}';
  return `${open}\n${entries.join(',\n')}\n${indent}${close}`;
}
