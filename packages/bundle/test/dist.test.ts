import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const dist = new URL('../dist/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, dist), 'utf8');
const modules = readdirSync(dist).filter((file) => file.endsWith('.js'));

it('there is a file for each backend that a page can run without a package of its own, and one that aligns', () => {
  expect(modules).toEqual(['cpu.js', 'register.js', 'wasm.js', 'webgl.js', 'webgpu.js']);
});

it('the README names files of the version that it is of', () => {
  const { version }: { version: string } = JSON.parse(read('../package.json'));
  const named = [...read('../README.md').matchAll(/@cropgrad\/bundle@([^/]+)\/dist\/(\w+\.js)/g)];
  expect(named.map(([, stated]) => stated)).toEqual([version]);
  expect(modules).toContain(named[0][2]);
});

it.for(modules)('%s imports nothing, and says where its sources and its licences are', (file) => {
  const code = read(file);
  expect(code).not.toMatch(/(^|;)\s*import\b|\bimport\(|^export .* from/m);
  expect(code).toMatch(/^\/\*! cropgrad [\d.]+, with TensorFlow\.js: see LICENSES\.txt beside this file\. \*\//);
  expect(code).toContain(`//# sourceMappingURL=${file}.map`);
});

it('register.js exports all that cpu.js does, and what aligns and finds', () => {
  const cpu = exportsOf('cpu.js');
  const register = exportsOf('register.js');
  const added = register.filter((name) => !cpu.includes(name));
  const aligning = ['METRICS', 'FIND_MODELS', 'MODELS', 'findCrop', 'register', 'registerByGradient'];
  expect(cpu).toEqual(expect.arrayContaining(['crop', 'tf']));
  expect(register).toEqual(expect.arrayContaining(cpu));
  expect(added.sort()).toEqual([...aligning, 'registerSteps', 'registerVolumes'].sort());
});

it('LICENSES.txt has what each package inside is licensed under; a new one shows here', () => {
  const texts = new Map(
    read('LICENSES.txt')
      .split(/\n-{80}\n\n/)
      .map((part) => [part.slice(0, part.indexOf('\n')), part]),
  );
  const backends = ['cpu', 'wasm', 'webgl', 'webgpu'];
  const ours = ['bundle', 'core', 'register', ...backends.map((name) => `backend-${name}`)].map(
    (name) => `@cropgrad/${name}`,
  );
  const tfjs = ['core', ...backends.map((name) => `backend-${name}`)].map((name) => `@tensorflow/tfjs-${name}`);
  const heads = [...texts.keys()].filter((head) => head.includes(':'));
  expect(heads.map((head) => head.split(' ')[0]).sort()).toEqual([...ours, ...tfjs, 'long', 'seedrandom'].sort());
  const mit = heads.filter((head) => !head.endsWith(': Apache-2.0'));
  expect(mit).toEqual([expect.stringMatching(/^seedrandom [\d.]+: MIT$/)]);
  expect(texts.get(mit[0])).toContain('Copyright 2019 David Bau.');
  expect([...texts.values()].at(-1)).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
});

/** The names that a file exports, in the list at its end. */
function exportsOf(file: string): string[] {
  const list = read(file).match(/export\{([^}]*)\};?\s*\/\//)?.[1] ?? '';
  return list.split(',').map((entry) => entry.split(' as ').at(-1) ?? '');
}
