import type { Executor } from '../folder/executor.js';
export function openQueue(_url: string): Promise<Executor> {
  throw new Error('soon');
}
