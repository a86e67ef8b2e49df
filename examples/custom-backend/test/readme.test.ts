import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocks } from './readme.js';

describe("the README's code", () => {
  const snippets = blocks.filter(({ language }) => ['ts', 'js', 'json'].includes(language));

  it('shows something of every source file', () => {
    const shown = snippets.map(({ about }) => about);
    const files = ['plain-backend', 'tensors', 'affine-grid', 'taps', 'grid-sample', 'index'];
    expect(shown).toEqual(expect.arrayContaining(files.map((name) => `src/${name}.ts`)));
  });

  for (const { about, code } of snippets) {
    it(`is in ${about}: ${code.split('\n')[0]}`, () => {
      const source = readFileSync(new URL(`../${about}`, import.meta.url), 'utf8');
      expect(unindented(source)).toContain(unindented(inWorkspace(code)));
    });
  }
});

/** Readers depend on a version where packages of this repository depend on each other. */
function inWorkspace(code: string): string {
  return code.replace(/("@cropgrad\/\w+": )"\^[\d.]+"/g, '$1"workspace:^"');
}

/** The README shows the inside of a function without the indentation that it has there. */
function unindented(code: string): string {
  return code.replace(/^ +/gm, '');
}
