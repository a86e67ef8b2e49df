/**
 * Compiles assembly/ and writes the binaries, as base64, into src/wasm-binaries.js, and into dist beside what tsc makes
 * of src; with --test also those that only tests run, into test/wasm-binaries.js. Files that were made from the same
 * sources are left alone.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { checkAccesses } from './check-accesses.js';

const root = new URL('../', import.meta.url);

const OPTIONS = [
  ...['--runtime', 'stub', '--use', 'abort=', '--noAssert', '-O3'],
  // The heap is tfjs's: nothing of ours may lie in it but what its malloc gave.
  ...['--importMemory', '--noExportMemory', '--initialMemory', '1'],
];
const SIMD = ['--enable', 'simd'];
const THREADS = ['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'];

const header = `// Made by scripts/build-wasm.js from sources with SHA-256 ${await digest()}\n`;
// One binary per kind of processor; the one for a heap that threads share is made of these: see src/shared-memory.ts.
await write(['src/wasm-binaries.js', 'dist/wasm-binaries.js'], {
  simd: () => compile(SIMD),
  scalar: () => compile([]),
});
if (process.argv.includes('--test')) {
  await write(['test/wasm-binaries.js'], {
    sharedSimd: () => compile([...SIMD, ...THREADS]),
    hostChooses: () => compile(SIMD, 1),
    checkedSimd: async () => checkAccesses(await compile(SIMD)),
    checkedScalar: async () => checkAccesses(await compile([])),
  });
}

async function write(paths, binaries) {
  const targets = paths.map((path) => new URL(path, root));
  const current = await Promise.all(targets.map((url) => readFile(url, 'utf8').catch(() => '')));
  if (current.every((text) => text.startsWith(header))) return;
  const entries = [];
  for (const [name, make] of Object.entries(binaries)) {
    entries.push(`  ${name}: '${Buffer.from(await make()).toString('base64')}',\n`);
  }
  const text = `${header}export const wasmBinaries = {\n${entries.join('')}};\n`;
  for (const url of targets) {
    await mkdir(new URL('./', url), { recursive: true });
    await writeFile(url, text);
  }
}

/** With `hostChooses` 1 the host says which ways may be taken: see assembly/ways/choice.ts. */
async function compile(options, hostChooses = 0) {
  let binary;
  const outputs = {
    writeFile: (_path, contents) => {
      binary = contents;
    },
  };
  const args = [
    'assembly/index.ts',
    '--baseDir',
    fileURLToPath(root),
    '--outFile',
    'crop.wasm',
    ...OPTIONS,
    '--use',
    `HOST_CHOOSES=${hostChooses}`,
    ...options,
  ];
  const { error, stderr } = await asc.main(args, outputs);
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return binary;
}

async function digest() {
  const names = await readdir(new URL('assembly/', root), { recursive: true });
  const sources = names.filter((name) => name.endsWith('.ts')).sort();
  const scripts = ['build-wasm.js', 'check-accesses.js'].map((name) => new URL(name, import.meta.url));
  const hash = createHash('sha256');
  for (const url of [...sources.map((name) => new URL(`assembly/${name}`, root)), ...scripts]) {
    hash.update(await readFile(url));
  }
  return hash.digest('hex');
}
