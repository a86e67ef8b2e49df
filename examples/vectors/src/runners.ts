import { execFileSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunnerCommand } from './run-vectors.js';

/** A sampler to ask, and how. */
export interface Runner {
  readonly name: string;
  /** The command, or why it cannot run here. */
  command(): RunnerCommand | { readonly absent: string };
}

/** Gives Node WebGPU. */
const DAWN = new URL('../../../apps/docs/scripts/dawn.js', import.meta.url).href;

/** Every sampler that there is a runner for, ours first. */
export const RUNNERS: readonly Runner[] = [
  ...['cpu', 'wasm', 'gpujs'].map((backend) => typescript(`cropgrad ${backend}`, 'cropgrad.ts', { args: [backend] })),
  typescript('cropgrad webgpu', 'cropgrad.ts', { args: ['webgpu'], before: [DAWN] }),
  python('PyTorch', 'pytorch.py', 'torch'),
];

/** A runner in TypeScript, and what its process imports before it. */
function typescript(
  name: string,
  file: string,
  { args = [], before = [] }: { args?: string[]; before?: string[] } = {},
): Runner {
  const imports = [import.meta.resolve('tsx'), ...before].flatMap((module) => ['--import', module]);
  return {
    name,
    command: () => ({
      file: process.execPath,
      args: [...imports, '--conditions=cropgrad-source', pathOf(file), ...args],
    }),
  };
}

/** A runner in Python, which needs a module: one of the Pythons that CROPGRAD_PYTHON names has it, or none. */
function python(name: string, file: string, module: string): Runner {
  return {
    name,
    command: () => {
      const named = process.env.CROPGRAD_PYTHON?.split(delimiter) ?? [];
      if (named.length === 0) return { absent: 'CROPGRAD_PYTHON names no Python' };
      const found = named.find((path) => hasModule(path, module));
      if (found === undefined) return { absent: `no Python that CROPGRAD_PYTHON names has ${module}` };
      return { file: found, args: [pathOf(file)] };
    },
  };
}

function hasModule(path: string, module: string): boolean {
  try {
    execFileSync(path, ['-c', `import importlib.util as u, sys; sys.exit(u.find_spec("${module}") is None)`]);
    return true;
  } catch {
    return false;
  }
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../runners/${file}`, import.meta.url));
}
