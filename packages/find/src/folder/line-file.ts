import { appendFile, open, truncate } from 'node:fs/promises';
import { InputError } from '../command/input-error.js';
import { oneLine } from '../command/one-line.js';

/**
 * A file of lines that grows at its end, so that a process that is killed loses one line at most. A last line without
 * its line break was cut off by such an end: it does not count, and is removed before the next line is added. Until then
 * nothing is written, as the file may not be ours.
 */
export class LineFile {
  /** The lines that were there when it was opened, without their ends. */
  readonly lines: readonly string[];
  /** What was there behind the last of them. */
  readonly half: string;
  readonly #path: string;
  /** The last thing that is done to the file, at first nothing. */
  #written: Promise<unknown> = Promise.resolve();
  /** How long the file is up to the end of its last line, until the rest has been cut off. */
  #end: number | null;

  private constructor(path: string, lines: readonly string[], half: string, end: number) {
    this.#path = path;
    this.#end = end;
    this.lines = lines;
    this.half = half;
  }

  /** Reads a file that can be written, or makes it. Throws an InputError where that cannot be. */
  static open(path: string): Promise<LineFile> {
    return written(path, async () => {
      const handle = await open(path, 'a+');
      const bytes = await handle.readFile().finally(() => handle.close());
      const end = bytes.lastIndexOf('\n') + 1;
      const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
      return new LineFile(path, lines, bytes.toString('utf8', end), end);
    });
  }

  /** Adds a line. What is added first is written first. */
  append(line: string): Promise<void> {
    const next = this.#written.then(() => written(this.#path, () => this.#add(line)));
    this.#written = next.catch(() => undefined);
    return next;
  }

  async #add(line: string): Promise<void> {
    if (this.#end !== null) await truncate(this.#path, this.#end);
    this.#end = null;
    await appendFile(this.#path, `${line}\n`);
  }
}

/** Does what writes a file; whatever fails there is an InputError: a disk may be full. */
export async function written<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new InputError(`--out: cannot write ${path} (${oneLine(error)})`);
  }
}
