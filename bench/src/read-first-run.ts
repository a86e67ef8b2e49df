import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../commands/input-error.js';

/** The results.json of a first run, which a second one is compared with. Throws an InputError where there is none. */
export async function readFirstRun<T>(folder: string): Promise<T> {
  try {
    return JSON.parse(await readFile(join(folder, 'results.json'), 'utf8'));
  } catch {
    throw new InputError(`--again: expected the results.json of a first run in ${folder}`);
  }
}
