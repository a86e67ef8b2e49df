import { writeFile } from 'node:fs/promises';
import { InputError } from './input-error.js';
import { oneLine } from './one-line.js';

/** Writes a file that the user named with a flag. Throws an InputError that names the flag. */
export async function writeNamedFile(flag: string, file: string, data: Uint8Array | string): Promise<void> {
  try {
    await writeFile(file, data);
  } catch (error) {
    throw new InputError(`${flag}: cannot write ${file} (${oneLine(error)})`);
  }
}
