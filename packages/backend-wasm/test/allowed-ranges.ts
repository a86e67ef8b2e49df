/** A piece of the heap that the running kernel may read. */
export interface Range {
  name: string;
  from: number;
  to: number;
  writable: boolean;
}

/** What the running kernel may touch. Its functions are the imports of a checked build: see scripts/check-accesses.js. */
export class AllowedRanges {
  /** The output comes first. */
  ranges: Range[] = [];
  outputIsWritten = false;
  private readonly heap: () => Uint8Array;

  constructor(heap: () => Uint8Array) {
    this.heap = heap;
  }

  readonly imports = {
    reads: (address: number, offset: number, bytes: number): number => {
      this.check('reads', (address >>> 0) + (offset >>> 0), bytes);
      return address;
    },
    writes: (address: number, offset: number, bytes: number): number => {
      this.check('writes', (address >>> 0) + (offset >>> 0), bytes);
      return address;
    },
    fill: (address: number, value: number, bytes: number): void => {
      const from = address >>> 0;
      this.check('writes', from, bytes >>> 0);
      this.heap().fill(value, from, from + (bytes >>> 0));
    },
    copy: (to: number, from: number, bytes: number): void => {
      this.check('writes', to >>> 0, bytes >>> 0);
      this.check('reads', from >>> 0, bytes >>> 0);
      this.heap().copyWithin(to >>> 0, from >>> 0, (from >>> 0) + (bytes >>> 0));
    },
  };

  /** Throws unless one range holds all these bytes. */
  private check(access: 'reads' | 'writes', from: number, bytes: number): void {
    // Clearing no bytes touches nothing, wherever it is.
    if (bytes === 0) return;
    const { ranges } = this;
    const to = from + bytes;
    for (let k = 0; k < ranges.length; k++) {
      const range = ranges[k];
      if (from < range.from || to > range.to || (access === 'writes' && !range.writable)) continue;
      if (access === 'writes' && k === 0) this.outputIsWritten = true;
      return;
    }
    const distance = (range: Range): number => Math.max(range.from - from, to - range.to);
    const nearest = [...ranges].sort((a, b) => distance(a) - distance(b))[0];
    const { name, from: first, to: end } = nearest;
    throw new RangeError(
      `A kernel ${access} ${bytes} bytes at ${from}; nearest is ${name}, from ${first} to ${end}: ${distance(nearest)} beyond`,
    );
  }
}
