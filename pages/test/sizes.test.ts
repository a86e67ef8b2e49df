import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, inject, it } from 'vitest';

/** The most bytes that a backend and core's `crop` may add to a page; the backend's README says the same. */
const MOST = { cpu: 26_500, webgl: 31_500, webgpu: 26_500 };

const project = inject('project');

it.for(Object.entries(MOST))('%s and crop add less than %d bytes to a page with tfjs on it', async ([name, most]) => {
  // All of tfjs-core, so that what we use of it does not count.
  const tfjs = `
    import * as tf from '@tensorflow/tfjs-core';
    import '@tensorflow/tfjs-backend-${name}';
    globalThis.tf = tf;`;
  const ours = `
    import { crop } from '@cropgrad/core';
    import '@cropgrad/backend-${name}';
    globalThis.crop = crop;`;
  const added = (await gzippedBytes(tfjs + ours)) - (await gzippedBytes(tfjs));
  expect(added).toBeLessThan(most);
  // The kernels are there.
  expect(added).toBeGreaterThan(most / 2);
  const readme = readFileSync(new URL(`../../packages/backend-${name}/README.md`, import.meta.url), 'utf8');
  const [, stated] = readme.match(/less\s+than\s+([\d.]+)\s+kB/) ?? [];
  expect(Number(stated)).toBe(most / 1000);
});

/** What a module takes with all that it imports, bundled and minified by Vite 8, and gzipped. */
async function gzippedBytes(code: string): Promise<number> {
  const entry = join(project, 'entry.js');
  const bundle = await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry } },
  });
  const outputs = [bundle].flat().flatMap((result) => ('output' in result ? result.output : []));
  return outputs.reduce((sum, output) => sum + (output.type === 'chunk' ? gzipSync(output.code).length : 0), 0);
}
