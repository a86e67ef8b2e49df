/** Section 2 of a module lists its imports; import 2 is a memory. */
const IMPORTS = 2;
const MEMORY = 2;

/** The limits of a memory: that there is a maximum, and that it is shared. */
const HAS_MAXIMUM = 1;
const IS_SHARED = 2;

/** 4 GB, in pages: what tfjs's threaded build gives its memory. */
const MOST_PAGES = 65_536;

/**
 * The same module for a memory that threads share. Only what it says of the memory that it imports differs, so that it need
 * not be shipped twice.
 */
export function withSharedMemory(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new Reader(module);
  // The magic number and the version.
  reader.at = 8;
  for (;;) {
    const start = reader.at;
    const id = reader.byte();
    const length = reader.number();
    const body = reader.at;
    if (id === IMPORTS) {
      const imports = shareMemory(module.subarray(body, body + length));
      const head = [IMPORTS, ...encode(imports.length)];
      return Uint8Array.from([...module.subarray(0, start), ...head, ...imports, ...module.subarray(body + length)]);
    }
    reader.at = body + length;
  }
}

function shareMemory(section: Uint8Array): number[] {
  const reader = new Reader(section);
  for (let left = reader.number(); left > 0; left--) {
    reader.skipName();
    reader.skipName();
    const kind = reader.byte();
    if (kind !== MEMORY) {
      reader.number(); // a function's type
      continue;
    }
    const flags = reader.at;
    reader.at++;
    reader.number(); // the fewest pages
    const limits = [HAS_MAXIMUM | IS_SHARED, ...section.subarray(flags + 1, reader.at), ...encode(MOST_PAGES)];
    return [...section.subarray(0, flags), ...limits, ...section.subarray(reader.at)];
  }
  throw new Error('The module imports no memory');
}

/** Unsigned numbers in WebAssembly's own format: 7 bits per byte, the lowest first. */
function encode(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...encode(Math.floor(value / 128))];
}

class Reader {
  at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    return this.bytes[this.at++];
  }

  number(): number {
    const byte = this.byte();
    return byte < 128 ? byte : byte - 128 + 128 * this.number();
  }

  skipName(): void {
    const length = this.number();
    this.at += length;
  }
}
