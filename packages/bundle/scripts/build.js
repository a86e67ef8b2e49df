/** Builds dist/: each file of src/ as one minified ES module with its source map, tfjs's .wasm files, and all licences. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licenses } from './licenses.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['cpu', 'register', 'wasm', 'webgl', 'webgpu'].map((name) => `src/${name}.ts`),
  outdir: dist,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  metafile: true,
  legalComments: 'none',
  banner: { js: `/*! cropgrad ${version}, with TensorFlow.js: see LICENSES.txt beside this file. */` },
});
// What a package has for Node alone is left out.
const inputs = Object.keys(metafile.inputs).filter((input) => !input.startsWith('(disabled)'));
writeFileSync(join(dist, 'LICENSES.txt'), licenses(inputs.map((input) => join(root, input))));

const wasmFiles = dirname(
  createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm'),
);
for (const name of ['', '-simd', '-threaded-simd']) {
  const file = `tfjs-backend-wasm${name}.wasm`;
  copyFileSync(join(wasmFiles, file), join(dist, file));
}
