import { cpSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PackedProject } from '../../../commands/packed-project.js';
import { checkTypes } from './check-types.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const example = readme.split('```ts\n')[1].split('```')[0];
const project = new PackedProject();

beforeAll(() => {
  const names = ['@cropgrad/core', '@cropgrad/backend-cpu', '@tensorflow/tfjs', 'typescript'];
  const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
  return project.install({ dependencies }, ['core', 'backend-cpu'], dirname(fileURLToPath(import.meta.url)));
});

afterAll(() => project.remove());

it("the README's first example runs in a new project on the packed packages, and prints what it says", async () => {
  project.write('example.js', example);
  const promised = example.match(/console\.log\(.*\); \/\/ (.*)\n/)?.[1];
  expect(promised).toBeDefined();
  expect((await project.node('example.js')).trim()).toBe(promised);
});

/**
 * How many types TypeScript 6.0.3 makes of generic ones to check the example. 4,700 of them are those of a program on tfjs
 * alone; most of ours come with the first call, and each further one adds some 50.
 */
const INSTANTIATIONS = 6240;

it("and compiles there, strictly, against the packages' own types, in no more instantiations than it took", async () => {
  const { errors, instantiations } = await checkTypes(project, example, true);
  expect(errors).toBe('');
  expect((await project.run('tsc', '--version')).stdout, 'count again for this version').toBe('Version 6.0.3\n');
  expect(instantiations, `measured: ${instantiations}`).toBeLessThan(INSTANTIATIONS * 1.03);
  expect(instantiations, `measured: ${instantiations}: write it down`).toBeGreaterThan(INSTANTIATIONS * 0.9);
  const wrong = await checkTypes(project, example.replace('[16, 16]', '[16]'), true);
  expect(wrong.errors).toMatch(/not assignable to parameter of type 'Size2D'/);
});

it('two copies of core on disk agree, and name both where they cannot', async () => {
  const installed = realpathSync(join(project.folder, 'node_modules/@cropgrad/core'));
  cpSync(installed, join(installed, '../second-core'), { recursive: true });
  project.write(
    'copies.js',
    `import '@cropgrad/backend-cpu';
     import { crop } from '@cropgrad/core';
     import * as tf from '@tensorflow/tfjs';
     const second = await import(${JSON.stringify(join(installed, '../second-core/dist/index.js'))});
     await tf.setBackend('cpu');
     const image = tf.ones([1, 4, 4, 1]);
     const boxes = tf.tensor2d([[-1, -1, 1, 1]]);
     const gradient = (copy) => tf.grad((b) => copy(image, b, [2, 2]))(boxes).dataSync().join();
     console.log(second.crop !== crop, gradient(crop) === gradient(second.crop));
     // As a copy of a later contract would register it.
     for (const one of globalThis[Symbol.for('@cropgrad/core')].backends) one.contract = 99;
     try { second.crop(image, boxes, [2, 2]); } catch (error) { console.log(error.message); }`,
  );
  const [agree, message] = (await project.node('copies.js')).split('\n');
  expect(agree).toBe('true true');
  expect(message).toMatch(
    /that @cropgrad\/core \S+ at \S+@cropgrad\/core, contract 99.*through @cropgrad\/core \S+ at \S+second-core or/,
  );
});
