import { CropError } from '../errors.js';
import { describeValue } from './describe-value.js';

/**
 * Copies an object's own options into `read`, which has every key there is, each read once: so nothing inherited counts,
 * and nothing changes after its check.
 */
export function readOptions<K extends string>(
  op: string,
  options: unknown,
  read: Record<K, unknown>,
): Record<K, unknown> {
  try {
    if (!isPlainObject(options)) throw notOptions(op, describeValue(options), read);
    for (const key of Reflect.ownKeys(options)) {
      if (!isKeyOf(read, key)) {
        const got = `the unknown key ${describeValue(key)}`;
        throw invalidOption(op, 'options', got, Object.keys(read).join(', '), 'Check the spelling');
      }
      read[key] = Reflect.get(options, key);
    }
  } catch (error) {
    if (error instanceof CropError) throw error;
    throw notOptions(op, 'an object that cannot be read', read);
  }
  return read;
}

function isKeyOf<K extends string>(read: Record<K, unknown>, key: string | symbol): key is K {
  return Object.hasOwn(read, key);
}

function notOptions(op: string, got: string, known: object): CropError {
  return invalidOption(op, 'options', got, 'a plain object', `Its keys may be ${Object.keys(known).join(', ')}`);
}

/** An object as braces make it, of this page or of another, or one without a prototype. Texts and numbers inherit more. */
function isPlainObject(value: unknown): value is object {
  if (value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The value, or the first of the known ones when it is undefined: the first is the default. */
export function oneOf<T extends string>(op: string, name: string, value: unknown, known: readonly T[]): T {
  if (value === undefined) return known[0];
  const chosen = known.find((one) => one === value);
  if (chosen !== undefined) return chosen;
  throw invalidOption(op, name, describeValue(value), known.map((k) => `'${k}'`).join(', '), 'Pass one of these');
}

/** A boolean, false where it is undefined. */
export function flag(op: string, name: string, value: unknown): boolean {
  if (value !== undefined && typeof value !== 'boolean') {
    throw invalidOption(op, name, describeValue(value), 'true or false', 'Pass a boolean');
  }
  return value === true;
}

/** The error for an option that is not one of those there are. */
export function invalidOption(op: string, name: string, got: string, expected: string, next: string): CropError {
  return new CropError('INVALID_OPTION', { what: `${op}: ${name}`, got, expected, next });
}
