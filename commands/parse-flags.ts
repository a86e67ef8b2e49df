import { type ParseArgsConfig, parseArgs } from 'node:util';
import { InputError } from './input-error.js';

/** Node's parseArgs, which throws an InputError for flags that it does not know or that lack a value. */
export function parseFlags<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : String(error));
  }
}
