import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './markdown-programs.js';

it('the guide to errors has every code', () => {
  const source = readFileSync(join(root, 'packages/core/src/errors.ts'), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code);
  const guide = readFileSync(join(root, 'apps/docs/guide/errors.md'), 'utf8');
  const headings = [...guide.matchAll(/^## ([A-Z_]+)$/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(0);
  expect(headings.sort()).toEqual(codes.sort());
});
