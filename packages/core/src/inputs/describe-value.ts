import { Tensor } from '@tensorflow/tfjs-core';

/** How many entries of an array, and characters of a text, a message shows. */
const SHOWN = 6;
const SHOWN_CHARACTERS = 60;

/** Says in a few words what a value is, for messages. Takes any value there is, and never throws. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `'${value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value}'`;
    case 'bigint':
      return `the BigInt ${value}`;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return describeArray(value);
    if (value instanceof Tensor) return `a tensor of shape [${value.shape}]`;
    const kind = kindOf(value);
    return kind === 'Object' ? 'an object' : `${/^([AEIO]|HTML)/.test(kind) ? 'an' : 'a'} ${kind}`;
  } catch {
    return 'an object that cannot be read';
  }
}

function describeArray(value: readonly unknown[]): string {
  const shown: string[] = [];
  for (let i = 0; i < Math.min(value.length, SHOWN); i++) {
    // An array inside an array is not looked into: it may contain itself.
    shown.push(Array.isArray(value[i]) ? '[…]' : describeValue(value[i]));
  }
  return `[${shown}${value.length > SHOWN ? `,… ${value.length} entries` : ''}]`;
}

/** The name of an object's kind: `'HTMLCanvasElement'`, `'Map'`, a class's name, or `'Object'`. Throws where a trap does. */
export function kindOf(value: object): string {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== 'Object') return tag;
  const name: unknown = Reflect.get(value, 'constructor')?.name;
  return typeof name === 'string' && name !== '' ? name : 'Object';
}
