import { readFile, stat } from 'node:fs/promises';
import { InputError } from '../command/input-error.js';
import { oneLine } from '../command/one-line.js';

/** The bytes of a file. Throws an InputError in one line. */
export async function readBytes(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new InputError(`there is no file ${file}`);
  // Not a device: some never end.
  if (!found.isFile()) throw new InputError(`${file} is not a file`);
  try {
    return await readFile(file);
  } catch (error) {
    throw new InputError(`${file} cannot be read (${oneLine(error)})`);
  }
}
