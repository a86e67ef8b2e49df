import { expect, it } from 'vitest';
import { tarballProblems } from '../src/tarball-problems.js';

const GOOD = {
  'package.json': '{}',
  'README.md': '',
  LICENSE: '',
  'CHANGELOG.md': '',
  'dist/index.js': 'export {};\n//# sourceMappingURL=index.js.map\n',
  'dist/index.js.map': JSON.stringify({ sources: ['../src/index.ts'], sourcesContent: ['export {};'] }),
  'dist/index.d.ts': '',
  'dist/deep/binaries.js': 'export {};\n',
};

/** What is wrong with the good files when some are others, or not there. */
function problems(changes: Readonly<Record<string, string | undefined>>): string[] {
  const files = new Map(Object.entries({ ...GOOD, ...changes }).filter(([, text]) => text !== undefined));
  return tarballProblems([...files.keys()], (file) => files.get(file) ?? '');
}

it('nothing is wrong with what users need', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ 'dist/index.js.map': JSON.stringify({ sources: ['deep/binaries.js'] }) })).toEqual([]);
});

it.for(['dist/.tsbuildinfo', 'dist/index.d.ts.map', 'src/index.ts', 'test/index.test.ts', 'notes.txt', 'dist/a.ts'])(
  '%s is not published',
  (file) => expect(problems({ [file]: '' })).toEqual([`${file} is nothing that users need`]),
);

it.for(['README.md', 'LICENSE'])('a package without its %s is not published', (file) => {
  expect(problems({ [file]: undefined })).toEqual([`${file} is missing`]);
});

it('a source map has its sources', () => {
  const lost = ['dist/index.js.map is of ../src/index.ts, which is neither in it nor beside it'];
  expect(problems({ 'dist/index.js.map': JSON.stringify({ sources: ['../src/index.ts'] }) })).toEqual(lost);
  const empty = { sources: ['../src/index.ts'], sourcesContent: [null] };
  expect(problems({ 'dist/index.js.map': JSON.stringify(empty) })).toEqual(lost);
  expect(problems({ 'dist/index.js.map': undefined })).toEqual([
    'dist/index.js names the source map dist/index.js.map, which is missing',
  ]);
});
