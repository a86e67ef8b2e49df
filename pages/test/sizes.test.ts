import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, inject, it } from 'vitest';

const project = inject('project');

/** How many bytes a module takes with all that it imports, bundled and minified by Vite, and gzipped. */
async function gzipped(code: string): Promise<number> {
  const entry = join(project, 'entry.js');
  const bundle = await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? code : undefined) },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry } },
  });
  const outputs = [bundle].flat().flatMap((result) => ('output' in result ? result.output : []));
  return outputs.reduce((sum, output) => sum + (output.type === 'chunk' ? gzipSync(output.code).length : 0), 0);
}

it.for(['webgl', 'webgpu'])('%s', async (name) => {
  const tfjs = `import * as tf from '@tensorflow/tfjs-core'; import '@tensorflow/tfjs-backend-${name}'; globalThis.tf = tf; `;
  const crop = `import { crop } from '@cropgrad/core'; globalThis.crop = crop; `;
  const every = `import * as cropgrad from '@cropgrad/core'; globalThis.crop = cropgrad; `;
  const ours = `import '@cropgrad/backend-${name}'; `;
  const alone = await gzipped(tfjs);
  console.log({ name, alone, crop: await gzipped(tfjs + crop) - alone, every: await gzipped(tfjs + every) - alone, cropOurs: await gzipped(tfjs + crop + ours) - alone, everyOurs: await gzipped(tfjs + every + ours) - alone });
});
