import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './markdown-programs.js';
import { sourcesWithTidy, tidiedNumbers } from './tidied-numbers.js';

const PREAMBLE = [
  "import * as tf from '@tensorflow/tfjs-core';",
  "import { tidy } from '@tensorflow/tfjs';",
  'declare const x: tf.Tensor2D;',
  'declare function withLoss(): { loss: number; gradient: Float32Array };',
].join('\n');

const NUMBERS: Record<string, string> = {
  'a typed array': 'tf.tidy(() => x.dataSync())',
  'from the umbrella, by a name of its own': 'tidy(() => x.square().dataSync())',
  'a copy': 'tf.tidy(() => new Float32Array(x.dataSync()))',
  'an array': 'tf.tidy(() => [...x.dataSync()])',
  'nested arrays': 'tf.tidy(() => x.arraySync())',
  'a view that is an ArrayLike': 'tf.tidy((): ArrayLike<number> => x.dataSync())',
  'in an object': 'tf.tidy(() => ({ x, values: x.dataSync() }))',
  'in an array beside a tensor': 'tf.tidy(() => [x, x.dataSync()])',
  'from a function elsewhere': 'tf.tidy(withLoss)',
  'behind a return': 'tf.tidy(() => { const y = x.square(); if (y.size > 4) return y.dataSync(); return undefined; })',
  'with a name': "tf.tidy('crop', () => x.dataSync())",
  'a shape': 'tf.tidy(() => x.shape)',
  'what may be anything': 'tf.tidy(() => JSON.parse(x.toString()))',
  'of a type that is not known yet':
    'function freed<T extends tf.TensorContainer>(f: () => T): T { return tf.tidy(f); }',
  'at the end of a scope': 'tf.engine().endScope([x.dataSync()])',
  'given to dispose': 'tf.dispose({ x, values: x.dataSync() })',
};

const OTHERS: Record<string, string> = {
  'a tensor': 'tf.tidy(() => x.square())',
  'tensors in an object': 'tf.tidy(() => ({ x, more: [x, x.square()] }))',
  'one number': 'tf.tidy(() => x.dataSync()[0])',
  'a string': 'tf.tidy(() => x.toString())',
  nothing: 'let values: ArrayLike<number> = []; tf.tidy(() => { values = x.dataSync(); })',
  'numbers that tidy does not see': 'tf.tidy(() => void x.dataSync())',
  'tensors that are freed': 'tf.dispose([x, x.square()])',
  'a dispose of ours': 'function dispose(lengths: number[]): void { lengths.pop(); } dispose([1, 2])',
};

const named = (cases: Record<string, string>) =>
  Object.entries(cases).map(([what, code], k) => ({
    what,
    file: join(root, `apps/docs/test/.snippets/tidied-${what.length}-${k}.ts`),
    text: `${PREAMBLE}\n${code};\nexport {};\n`,
  }));

describe('numbers that pass through tidy, which looks at every one of them', () => {
  it('are in no source, guide or README of the workspace', () => {
    const sources = sourcesWithTidy();
    const kinds = ['time-job.ts', 'find-the-crop/src/search.ts', 'getting-started.md', 'pages/main.js', 'cropgrad.ts'];
    for (const kind of kinds)
      expect(
        sources.some(({ file }) => file.includes(kind)),
        kind,
      ).toBe(true);
    expect(tidiedNumbers(sources)).toEqual([]);
  });

  const numbers = named(NUMBERS);
  const found = tidiedNumbers(numbers);
  it.each(numbers)('are found: $what', ({ file }) => {
    expect(found.filter((place) => place.startsWith(file.slice(root.length)))).toHaveLength(1);
  });

  it('are not taken for what costs nothing', () => {
    expect(tidiedNumbers(named(OTHERS))).toEqual([]);
  });
});
