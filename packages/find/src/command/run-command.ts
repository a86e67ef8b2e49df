import { type Command, CommanderError } from 'commander';
import { InputError } from './input-error.js';
import { oneLine } from './one-line.js';

/** What a command ends with. */
export const STATUS: { readonly found: 0; readonly notFound: 1; readonly badInput: 2 } = Object.freeze({
  found: 0,
  notFound: 1,
  badInput: 2,
});

/** How a command ended. */
export type Status = (typeof STATUS)[keyof typeof STATUS];

/**
 * Runs what a command line asks for, and gives its exit status. Input that cannot be used gives one line on stderr; any
 * other error is a fault of the program, and is thrown on.
 */
export async function runCommand(command: Command, args: readonly string[]): Promise<Status> {
  command
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) });
  try {
    await command.parseAsync(args, { from: 'user' });
    return STATUS.found;
  } catch (error) {
    if (error instanceof NotFound) return STATUS.notFound;
    // Commander has printed its own errors; help is none.
    if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.found : STATUS.badInput;
    if (!isAboutInput(error)) throw error;
    console.error(`error: ${oneLine(error)}`);
    return STATUS.badInput;
  }
}

/** Whether an error says what was wrong with what was given. CropErrors are of several classes: arrays has its own. */
export function isAboutInput(error: unknown): error is Error {
  return error instanceof InputError || (error instanceof Error && error.name === 'CropError');
}

/** Ends a command that has said already that there is no answer. */
export class NotFound extends Error {
  override name = 'NotFound';
}
