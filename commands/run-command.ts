import { InputError } from './input-error.js';

/**
 * Runs a command to its end. Input that cannot be used, by the command or by cropgrad, gives one line on stderr, and exit
 * status 1; any other error is a fault of the program, and is thrown on.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    // Not instanceof for CropError: the commands of this repository load core in several ways.
    if (!(error instanceof InputError) && !(error instanceof Error && error.name === 'CropError')) throw error;
    console.error(`error: ${oneLine(error.message)}`);
    process.exitCode = 1;
  }
}

/** A text without line breaks: paths and flags may hold some. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
