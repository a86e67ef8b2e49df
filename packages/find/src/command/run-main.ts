import type { Status } from './run-command.js';

/** What a fault of the program ends it with. */
const FAULT = 70;

/** Runs a command with the arguments of this process, to its exit status. What is thrown is a fault of the program. */
export async function main(command: (args: readonly string[]) => Promise<Status>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    // Not thrown on: Node would print the line of a library that it came from, and tfjs's wasm backend has one of
    // 30,000 characters.
    console.error(error);
    process.exitCode = FAULT;
  }
}
