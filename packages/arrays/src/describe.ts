/** How many entries of an array, and characters of a text, a message shows. */
const SHOWN = 6;
const SHOWN_CHARACTERS = 60;

/** Says in a few words what a value is, for messages. Takes any value there is, and never throws. */
export function describe(value: unknown): string {
  if (typeof value === 'string') {
    return `'${value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value}'`;
  }
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    if (Array.isArray(value)) {
      const shown = value.slice(0, SHOWN).map((entry) => (Array.isArray(entry) ? '[…]' : describe(entry)));
      return `[${shown}${value.length > SHOWN ? `,… ${value.length} entries` : ''}]`;
    }
    if (ArrayBuffer.isView(value) && 'length' in value) return `${kindOf(value)}(${value.length})`;
    const kind = kindOf(value);
    return kind === 'Object' ? `an object with ${Object.keys(value).slice(0, SHOWN).join(', ') || 'no keys'}` : kind;
  } catch {
    return 'an object that cannot be read';
  }
}

function kindOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
