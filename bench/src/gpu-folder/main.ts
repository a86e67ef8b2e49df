/** The command: makes one folder with all that a machine with a GPU needs to test and time backend-webgpu, and nothing else. */
import { chmod, copyFile, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { InputError } from '../../../commands/input-error.js';
import { parseFlags } from '../../../commands/parse-flags.js';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { userPath } from '../../../commands/user-path.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const USAGE = `Usage: pnpm bench:gpu-folder [--vulkan LIBRARY] [--out DIR]
  --vulkan LIBRARY  a loader of Vulkan, libvulkan.so.1, for a machine that has none
  --out DIR         the folder (default bench/out/gpu)
On the machine: DIR/run, which writes results.json beside it. CROPGRAD_PYTHON there may name a Python with torch and CUDA.`;

await runCommand(async () => {
  const { values } = parseFlags({
    options: { vulkan: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return console.log(USAGE);
  const out = values.out === undefined ? here('../../out/gpu') : userPath('--out', values.out);
  await makeFolder(out, values.vulkan === undefined ? undefined : userPath('--vulkan', values.vulkan));
});

async function makeFolder(out: string, vulkan: string | undefined): Promise<void> {
  await prepareFolder(out, ['bundle.mjs']);
  await mkdir(out, { recursive: true });
  await bundle(out);
  const webgpu = createRequire(import.meta.url).resolve('webgpu');
  await copyFile(join(webgpu, `../dist/${process.platform}-${process.arch}/dawn.node`), join(out, 'dawn.node'));
  await copyFile(await realpath(process.execPath), join(out, 'node'));
  await copyFile(here('./pytorch-cuda.py'), join(out, 'pytorch-cuda.py'));
  if (vulkan !== undefined) {
    await copyFile(vulkan, join(out, 'libvulkan.so.1')).catch(({ message }: Error) => {
      throw new InputError(`--vulkan: ${message}`);
    });
  }
  await writeFile(join(out, 'run'), await readFile(here('./run.sh'), 'utf8'));
  for (const program of ['run', 'node']) await chmod(join(out, program), 0o755);
  console.log(`Made ${out}. On the machine with a GPU: ${join(out, 'run')}`);
}

/** tfjs, our packages and the suite in one file; only Node's own modules stay outside. */
async function bundle(out: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: {
      noExternal: true,
      target: 'node',
      resolve: { conditions: ['cropgrad-source', 'module', 'node', 'import', 'default'] },
    },
    build: {
      ssr: here('./on-gpu.ts'),
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'bundle.mjs', codeSplitting: false } },
    },
  });
}
