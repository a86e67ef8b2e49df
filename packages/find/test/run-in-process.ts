import { vi } from 'vitest';
import type { Status } from '../src/command/run-command.js';

/** What a command printed, and its exit status. */
export interface Ran {
  status: Status;
  stdout: string;
  stderr: string;
}

/** Runs a command within this process. Two at a time would mix what they print. */
export async function runInProcess(
  command: (args: readonly string[]) => Promise<Status>,
  ...args: string[]
): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line) => {
      stdout += `${line}\n`;
    }),
    vi.spyOn(console, 'error').mockImplementation((line) => {
      stderr += `${line}\n`;
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      stdout += text;
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      stderr += text;
      return true;
    }),
  ];
  try {
    const status = await command(args);
    return { status, stdout, stderr };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
