import { resolve } from 'node:path';
import { InputError } from './input-error.js';

/**
 * The path that the user gave with a flag, made absolute. Package managers run scripts in the package's folder, and say
 * in INIT_CWD which one the user is in. Throws an InputError for one without a name, which would mean that folder.
 */
export function userPath(flag: string, path: string): string {
  if (path.trim() === '') throw new InputError(`${flag}: expected a path, got '${path}'`);
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
