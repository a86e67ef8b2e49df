/**
 * Compiles assembly/ and writes the binaries, as base64, into src/wasm-binaries.js, and into dist beside what tsc makes
 * of src. Both are left alone when they were made from the same sources.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = new URL('../', import.meta.url);
const targets = ['src/wasm-binaries.js', 'dist/wasm-binaries.js'].map((path) => new URL(path, root));

const OPTIONS = [
  ...['--runtime', 'stub', '--use', 'abort=', '--noAssert', '-O3'],
  // The heap is tfjs's: nothing of ours may lie in it but what its malloc gave.
  ...['--importMemory', '--noExportMemory', '--initialMemory', '1'],
];
const SIMD = ['--enable', 'simd'];
/** One binary per kind of heap and processor; a shared heap means threads, which tfjs only uses where there is SIMD. */
const BINARIES = {
  simd: SIMD,
  scalar: [],
  sharedSimd: [...SIMD, '--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'],
};

const header = `// Made by scripts/build-wasm.js from sources with SHA-256 ${await digest()}\n`;
const current = await Promise.all(targets.map((url) => readFile(url, 'utf8').catch(() => '')));
if (!current.every((text) => text.startsWith(header))) {
  const entries = [];
  for (const [name, options] of Object.entries(BINARIES)) {
    entries.push(`  ${name}: '${(await compile(options)).toString('base64')}',\n`);
  }
  const text = `${header}export const wasmBinaries = {\n${entries.join('')}};\n`;
  for (const url of targets) {
    await mkdir(new URL('./', url), { recursive: true });
    await writeFile(url, text);
  }
}

async function compile(options) {
  let binary;
  const outputs = {
    writeFile: (_path, contents) => {
      binary = Buffer.from(contents);
    },
  };
  const args = [
    'assembly/index.ts',
    '--baseDir',
    fileURLToPath(root),
    '--outFile',
    'crop.wasm',
    ...OPTIONS,
    ...options,
  ];
  const { error, stderr } = await asc.main(args, outputs);
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return binary;
}

async function digest() {
  const sources = (await readdir(new URL('assembly/', root))).sort().map((name) => new URL(`assembly/${name}`, root));
  const hash = createHash('sha256');
  for (const url of [...sources, new URL(import.meta.url)]) hash.update(await readFile(url));
  return hash.digest('hex');
}
