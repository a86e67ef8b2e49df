import { CropError } from '@cropgrad/core';
import { describeValue } from '@cropgrad/core/backend';
import { parse, stringify } from 'devalue';

/** What a file of failures holds: by the id of a check, the inputs that it failed for. */
interface Kept {
  version: 1;
  inputs: Record<string, string[]>;
}

/** Keeps in a file the inputs for which random checks failed, so that they are tried first the next time. */
export class FailureMemory {
  readonly file: string;
  readonly #inputs: Map<string, string[]>;

  private constructor(file: string, inputs: Map<string, string[]>) {
    this.file = file;
    this.#inputs = inputs;
  }

  /** The failures of a file, or none where there is no such file yet. Throws `INVALID_OPTION` where it is another file. */
  static async open(file: string): Promise<FailureMemory> {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw notOne(file, error.message);
    });
    if (text === undefined) return new FailureMemory(file, new Map());
    try {
      const { inputs } = JSON.parse(text) as Kept;
      return new FailureMemory(file, new Map(Object.entries(inputs)));
    } catch {
      throw notOne(file, 'a file with other content');
    }
  }

  /** The inputs that a check failed for, oldest first. */
  of(id: string): unknown[] {
    return (this.#inputs.get(id) ?? []).map((text) => parse(text));
  }

  /** Keeps an input that a check failed for, once. */
  async keep(id: string, input: unknown): Promise<void> {
    const text = stringify(input);
    const before = this.#inputs.get(id) ?? [];
    if (before.includes(text)) return;
    this.#inputs.set(id, [...before, text]);
    const sorted = [...this.#inputs].sort(([a], [b]) => (a < b ? -1 : 1));
    const kept: Kept = { version: 1, inputs: Object.fromEntries(sorted) };
    const { writeFile } = await import('node:fs/promises');
    await writeFile(this.file, `${JSON.stringify(kept, undefined, 2)}\n`);
  }
}

function notOne(file: string, got: string): CropError {
  return new CropError('INVALID_OPTION', {
    what: `failures: ${describeValue(file)}`,
    got,
    expected: 'a file that the suite wrote, or the name of a new file',
    next: 'Name another file, or delete this one',
  });
}
