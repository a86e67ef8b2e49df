import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runProgram } from '../../../commands/run-program.js';

/** What size-limit says of a file. */
interface Size {
  name: string;
  passed: boolean;
  size: number;
}

const folder = fileURLToPath(new URL('..', import.meta.url));

it('no file is larger than it may be, and sizes.json, which the site shows, says what they are', async () => {
  const { stdout } = await runProgram(join(folder, 'node_modules/.bin/size-limit'), ['--json'], folder);
  const sizes: Size[] = JSON.parse(stdout);
  const shown: Size[] = JSON.parse(readFileSync(join(folder, 'sizes.json'), 'utf8'));
  expect(sizes.filter(({ passed }) => !passed)).toEqual([]);
  expect(sizes.map(({ name }) => name)).toEqual(shown.map(({ name }) => name));
  // The site shows three digits.
  for (const [k, { name, size }] of sizes.entries()) {
    expect(Math.abs(size / shown[k].size - 1), `${name}: 'pnpm sizes' writes them again`).toBeLessThan(0.01);
  }
});
