import { readFileSync } from 'node:fs';
import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import { expect, it } from 'vitest';
import { faultTable } from './faults-of-tfjs.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** Tables are aligned in the README. */
const plain = (table: string): string => table.replace(/ +\|/g, ' |').replace(/\| -+/g, '| ---');

it('the README says what tfjs answers wrongly', async () => {
  const table = await faultTable();
  expect(plain(readme)).toContain(plain(table));
  for (const line of table.split('\n').slice(2)) expect(line).toMatch(/[1-9]\d* of \d+ \| 0 \|$/);
});
