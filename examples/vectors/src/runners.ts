import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
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
  chromium('cropgrad webgl', 'cropgrad.ts', ['webgl']),
  ...['cpu', 'wasm'].map((backend) => typescript(`TensorFlow.js ${backend}`, 'tfjs.ts', { args: [backend] })),
  typescript('TensorFlow.js webgpu', 'tfjs.ts', { args: ['webgpu'], before: [DAWN] }),
  chromium('TensorFlow.js webgl', 'tfjs.ts', ['webgl']),
  typescript('ONNX Runtime Web wasm', 'onnxruntime-web.ts', { args: ['wasm'], needs: 'onnxruntime-web' }),
  chromium('ONNX Runtime Web webgpu', 'onnxruntime-web.ts', ['webgpu'], 'onnxruntime-web'),
  typescript('jax-js', 'jax-js.ts', { needs: '@jax-js/onnx' }),
  python('PyTorch', 'pytorch.py', ['torch']),
  python('ONNX Runtime', 'onnx_runtime.py', ['onnx', 'onnxruntime']),
  python('ONNX reference', 'onnx_reference.py', ['onnx']),
  python('OpenCV remap', 'opencv_remap.py', ['cv2']),
  python('OpenCV dnn', 'opencv_dnn.py', ['cv2', 'onnx']),
  python('SciPy map_coordinates', 'scipy_map.py', ['scipy']),
  python('JAX map_coordinates', 'jax_map.py', ['jax']),
  { name: 'C, from the page', command: compiled },
];

/** A runner in TypeScript, what its process imports before it, and the package that may be missing. */
function typescript(
  name: string,
  file: string,
  { args = [], before = [], needs }: { args?: string[]; before?: string[]; needs?: string | undefined } = {},
): Runner {
  const imports = [import.meta.resolve('tsx'), ...before].flatMap((module) => ['--import', module]);
  return {
    name,
    command: () => {
      if (needs !== undefined && !isInstalled(needs)) return { absent: `not installed: ${needs}` };
      return { file: process.execPath, args: [...imports, '--conditions=cropgrad-source', pathOf(file), ...args] };
    },
  };
}

/** A runner in TypeScript that needs a browser. */
function chromium(name: string, file: string, args: readonly string[], needs?: string): Runner {
  const runner = typescript(name, 'in-chromium.ts', { args: [file, ...args], needs });
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return { name, command: () => (existsSync(path) ? runner.command() : { absent: `there is no ${path}` }) };
}

/** A runner in Python, which needs modules: one of the Pythons that CROPGRAD_PYTHON names has them, or none. */
function python(name: string, file: string, modules: readonly string[]): Runner {
  return {
    name,
    command: () => {
      const named = process.env.CROPGRAD_PYTHON?.split(delimiter) ?? [];
      if (named.length === 0) return { absent: 'CROPGRAD_PYTHON names no Python' };
      const found = named.find((path) => hasModules(path, modules));
      if (found === undefined) return { absent: `no Python that CROPGRAD_PYTHON names has ${modules.join(' and ')}` };
      return { file: found, args: [pathOf(file)] };
    },
  };
}

/** The runner in C, compiled. Throws where there is a compiler, and it refuses. */
function compiled(): RunnerCommand | { readonly absent: string } {
  if (spawnSync('cc', ['--version']).error) return { absent: 'there is no C compiler cc' };
  const folder = fileURLToPath(new URL('../out/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'grid-sample');
  execFileSync('cc', ['-O2', '-std=c99', '-Wall', '-Werror', '-o', file, pathOf('grid_sample.c'), '-lm']);
  return { file, args: [] };
}

function hasModules(path: string, modules: readonly string[]): boolean {
  const missing = 'import importlib.util as u, sys; sys.exit(None in [u.find_spec(m) for m in sys.argv[1:]])';
  try {
    execFileSync(path, ['-c', missing, ...modules]);
    return true;
  } catch {
    return false;
  }
}

function isInstalled(packageName: string): boolean {
  try {
    import.meta.resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../runners/${file}`, import.meta.url));
}
