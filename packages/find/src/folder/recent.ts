/** Keeps the few things that were asked for last. */
export class Recent<T> {
  readonly #kept = new Map<string, T>();
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  /** What is kept under a key, or else what `make` makes. */
  async get(key: string, make: () => Promise<T>): Promise<T> {
    const value = this.#kept.get(key) ?? (await make());
    // A map lists what was put in first as the first: taken out and put in again, this is the last.
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#count && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }
}
