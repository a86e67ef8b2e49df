import { env } from '@tensorflow/tfjs-core';

/** The keys of what was warned of already. */
export const warned: Set<string> = new Set();

/** Warns on the console, once per process for each key, and never in tfjs's production mode. */
export function warnOnce(key: string, message: string): void {
  if (warned.has(key) || env().getBool('PROD')) return;
  warned.add(key);
  console.warn(`cropgrad: ${message}`);
}
