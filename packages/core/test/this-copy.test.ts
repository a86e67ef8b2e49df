import { describe, expect, it } from 'vitest';
import { folderIn } from '../src/backend/this-copy.js';

describe('where a stack says that a copy of core lies', () => {
  it.each([
    [
      'Error\n    at file:///app/node_modules/@cropgrad/core/dist/backend/this-copy.js:8:3',
      'file:///app/node_modules/@cropgrad/core',
    ],
    ['Error\n    at run (/clone/packages/core/src/backend/this-copy.ts:7:31)', '/clone/packages/core'],
    ['module code@http://localhost/core/dist/backend/this-copy.js:1:1', 'code@http://localhost/core'],
    ['Error\n    at https://example.org/bundle.js:1:2', undefined],
  ])('%s', (stack, folder) => {
    expect(folderIn(stack)).toBe(folder);
  });

  it('is looked for in one pass: a bundle may be a data: URL of a megabyte, which every line of the stack repeats', () => {
    const line = `    at data:text/javascript;base64,${'dmFyIHg'.repeat(150_000)}:1:2\n`;
    expect(folderIn(`Error\n${line.repeat(3)}`)).toBeUndefined();
  });
});
