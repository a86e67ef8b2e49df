import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pages, root } from './markdown-programs.js';

it('who is told to install a backend is told to install core, which no backend brings', () => {
  const commands = pages().flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8').replaceAll('\\\n', ' ');
    return [...text.matchAll(/^npm install .*@cropgrad\/backend-.*$/gm)].map(([command]) => `${page}: ${command}`);
  });
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.filter((command) => !command.includes('@cropgrad/core '))).toEqual([]);
});
