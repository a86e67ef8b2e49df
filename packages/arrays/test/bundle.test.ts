import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { cropArray } from '@cropgrad/arrays';
import { build, type Rolldown } from 'vite';
import { afterAll, expect, it } from 'vitest';
import config from '../vite.config.js';
import { photo } from './photo.js';

const folder = mkdtempSync(join(tmpdir(), 'cropgrad-arrays-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The package as it is published, by its own configuration, in a folder from which no other package is found. */
async function builtPackage(): Promise<string> {
  const [crops, declarations] = config.plugins ?? [];
  expect([crops, declarations]).toMatchObject([{ name: 'crops-alone' }, { name: 'own-declarations' }]);
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    plugins: [crops],
    build: { ...config.build, outDir: folder },
  });
  return join(folder, 'index.js');
}

it('the package is one file that imports nothing, crops as its sources do, and adds less than 15 kB to a page', async () => {
  const file = await builtPackage();
  const code = readFileSync(file, 'utf8');
  expect(code).not.toMatch(/^\s*import\b|\brequire\(|\bimport\(/m);
  expect(code).not.toMatch(/tensorflow|_tfengine/);

  const built: { cropArray: typeof cropArray } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const image = photo(40, 27, 3);
  const options = { scale: 1 / 255, fillValue: [1, 2, 3] };
  const turned = [20, 12, 30, 16, 0.4];
  const quad = [4, 3, 35, 6, 38, 25, -2, 20];
  for (const mode of ['bilinear', 'nearest', 'bicubic'] as const) {
    for (const antialias of mode === 'nearest' ? [false] : [false, true]) {
      const call = { ...options, mode, antialias };
      const lists = [
        ['xyxy', [-5, 3, 30, 20]],
        ['rotated', turned],
        ['quad', quad],
      ] as const;
      for (const [format, box] of lists) {
        const expected = cropArray(image, box, [9, 14], { ...call, format });
        expect(built.cropArray(image, box, [9, 14], { ...call, format })).toEqual(expected);
      }
    }
  }

  const page = await pageOf(file);
  const kilobytes = gzipSync(page, { level: 9 }).length / 1000;
  console.info(`@cropgrad/arrays adds ${kilobytes.toFixed(1)} kB to a page, minified and compressed by gzip.`);
  expect(kilobytes).toBeLessThan(15);
});

/** A page that uses the package, as a bundler makes it for production. */
async function pageOf(file: string): Promise<string> {
  const entry = 'virtual:page';
  const source = `import { cropArray } from ${JSON.stringify(file)}; globalThis.cropArray = cropArray;`;
  const plugin = {
    name: 'page',
    resolveId: (id: string) => (id === entry ? id : undefined),
    load: (id: string) => (id === entry ? source : undefined),
  };
  const result = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [plugin],
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry } },
  });
  const [{ output }] = [result].flat().filter((one): one is Rolldown.RolldownOutput => 'output' in one);
  return output[0].code;
}
