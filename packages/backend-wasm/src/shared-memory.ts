/** The section of a module that lists its imports. */
const IMPORTS = 2;

/** How our modules import their memory: two names, its kind, and that it has no maximum; the fewest pages come next. */
const MEMORY = '\u0003env\u0006memory\u0002\u0000';

/** That there is a maximum, and that it is shared. */
const SHARED = 3;

/** 65,536 pages, or 4 GB, in WebAssembly's own format: what tfjs's threaded build gives its memory. */
const MOST_PAGES = [0x80, 0x80, 0x04];

/**
 * The same module for a memory that threads share. Only what it says of the memory that it imports differs, so that it need
 * not be shipped twice. Throws when it imports none.
 */
export function withSharedMemory(module: Uint8Array): Uint8Array<ArrayBuffer> {
  // Sections follow the magic number and the version: each has its id, its length, and so many bytes.
  for (let start = 8; start < module.length; ) {
    const { value: length, end: body } = decode(module, start + 1);
    const next = body + length;
    if (module[start] === IMPORTS) {
      const memory = String.fromCharCode(...module.subarray(body, next)).indexOf(MEMORY);
      if (memory < 0) break;
      const limits = body + memory + MEMORY.length;
      return Uint8Array.from([
        ...module.subarray(0, start + 1),
        ...encode(length + MOST_PAGES.length),
        ...module.subarray(body, limits - 1),
        ...[SHARED, module[limits], ...MOST_PAGES],
        ...module.subarray(limits + 1),
      ]);
    }
    start = next;
  }
  throw new Error('The module imports no memory');
}

/** An unsigned number at some byte: 7 bits per byte, the lowest first. */
function decode(bytes: Uint8Array, at: number): { value: number; end: number } {
  if (bytes[at] < 128) return { value: bytes[at], end: at + 1 };
  const { value, end } = decode(bytes, at + 1);
  return { value: bytes[at] - 128 + 128 * value, end };
}

function encode(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...encode(Math.floor(value / 128))];
}
