import { runProgram } from '../../commands/run-program.js';

/** Runs a program in a folder, and gives what it prints. Throws, with all that it said, where it fails. */
export async function succeed(file: string, args: readonly string[], folder: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runProgram(file, args, folder);
  if (exitCode !== 0) throw new Error(`${[file, ...args].join(' ')} failed in ${folder}:\n${stdout}${stderr}`);
  return stdout;
}
