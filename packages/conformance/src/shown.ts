/** More characters than this are not printed. */
const MOST_CHARACTERS = 60;

/** Any value as a few words for a message; never throws, whatever the value does when it is asked for its text. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length > MOST_CHARACTERS ? `'${value.slice(0, MOST_CHARACTERS)}…'` : `'${value}'`;
    case 'bigint':
      return `${value}n`;
    case 'function':
      return 'a function';
    case 'object':
      return shownObject(value);
    default:
      return String(value);
  }
}

function shownObject(value: object | null): string {
  if (value === null) return 'null';
  try {
    const [kind] = Object.prototype.toString.call(value).slice(8, -1).split('\n');
    return kind === 'Object' ? 'an object' : `an object (${kind.slice(0, MOST_CHARACTERS)})`;
  } catch {
    // A getter or a proxy stands in the way.
    return 'an object that does not say what it is';
  }
}
