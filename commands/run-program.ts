import { execFile } from 'node:child_process';

/** How a program ended, and all that it printed. */
export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program in a folder to its end; a failing one is an answer too. Throws when it cannot be started, or ends by a
 * signal. Not execFileSync: vitest gives up on a worker that does not answer for a minute.
 */
export function runProgram(file: string, args: readonly string[], cwd: string): Promise<Ran> {
  // A vitest that finds these believes that it is a worker of this one.
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  const env = { ...Object.fromEntries(outer), NO_COLOR: '1' };
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const exitCode = error ? error.code : 0;
      if (typeof exitCode === 'number') resolve({ exitCode, stdout, stderr });
      else reject(error);
    });
  });
}
