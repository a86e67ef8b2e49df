import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../dist/main.js');

/** How a command ended; by a signal it has no status. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A run of the built `cropgrad-find` in a process of its own, as folders need: their threads load built files. */
export class BuiltCommand {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;

  constructor(...args: string[]) {
    this.process = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    this.process.stdout?.on('data', (text) => {
      stdout += text;
    });
    this.process.stderr?.on('data', (text) => {
      stderr += text;
    });
    this.ended = new Promise((resolve, reject) => {
      this.process.on('error', reject);
      this.process.on('close', (status) => resolve({ status, stdout, stderr }));
    });
  }
}
