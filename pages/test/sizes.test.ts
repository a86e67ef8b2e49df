import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, inject, it } from 'vitest';

/** The most bytes that a backend and core's `crop` may add to a page. */
const MOST = 25_000;

const project = inject('project');

it.for(['webgl', 'webgpu'])('%s and crop add less than 25 kB to a page with tfjs on that backend', async (name) => {
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
  expect(added).toBeLessThan(MOST);
  // The kernels are there.
  expect(added).toBeGreaterThan(MOST / 3);
  const readme = readFileSync(new URL(`../../packages/backend-${name}/README.md`, import.meta.url), 'utf8');
  const [, stated] = readme.match(/less\s+than\s+(\d+)\s+kB/) ?? [];
  expect(Number(stated)).toBe(MOST / 1000);
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
