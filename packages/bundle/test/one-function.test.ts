import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/**
 * What a page takes of core for one function that needs no kernel: bytes, compressed by gzip. Minified it is twice as much,
 * most of it the checks of arguments and the words of errors. What tfjs-core brings along is 24 kB on top.
 */
const MOST = 5000;

it('boxesFromPixels alone takes less than 5 kB of ours, and nothing that it does not use', async () => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: "export { boxesFromPixels } from '@cropgrad/core';",
      resolveDir: fileURLToPath(new URL('..', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
    external: ['@tensorflow/*'],
  });
  const [{ contents, text }] = outputFiles;
  expect(gzipSync(contents).length).toBeLessThan(MOST);
  const [{ inputs }] = Object.values(metafile.outputs);
  const used = Object.keys(inputs).filter((name) => inputs[name].bytesInOutput > 0);
  expect(used.some((name) => name.endsWith('core/dist/ops/boxes-in-pixels.js'))).toBe(true);
  expect(used.filter((name) => /gradients|kernels|register|sample|grid|theta/.test(name))).toEqual([]);
  // Lists that other functions read, and boxes given back in a format.
  expect(text).not.toMatch(/bicubic|reflection|NCHW|6\.28|fromCorners/);
});
