import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Memory } from './results.js';

const SCRIPT = fileURLToPath(new URL('./shared-photo.ts', import.meta.url));

/** Runs shared-photo.ts in a process of its own, as peak memory is a process's. */
export async function peakMemory(backend: 'cpu' | 'wasm'): Promise<Memory> {
  const args = ['--import', import.meta.resolve('tsx'), SCRIPT, backend, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  // tfjs greets every process on the same stream.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
