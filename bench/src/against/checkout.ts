import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../../../commands/input-error.js';
import { pnpmCommand } from '../../../commands/pnpm-command.js';
import { runProgram } from '../../../commands/run-program.js';

/** A backend package of this repository. */
export type BackendName = 'cpu' | 'wasm' | 'gpujs';

export const BACKEND_NAMES: readonly BackendName[] = ['wasm', 'cpu', 'gpujs'];

/** A checkout's own packages, loaded. Only what every commit exports is used of them. */
export interface Loaded {
  tf: typeof import('@tensorflow/tfjs-core');
  core: typeof import('@cropgrad/core');
}

/** Builds a backend of a checkout, and what it needs. Throws an InputError for a folder that is no installed checkout. */
export async function buildCheckout(folder: string, backend: BackendName): Promise<void> {
  const packages = join(folder, 'packages', `backend-${backend}`, 'node_modules');
  if (!existsSync(packages)) {
    throw new InputError(`expected a checkout of this repository with its packages installed, got ${folder}`);
  }
  const { file, args } = pnpmCommand();
  const build = ['--dir', folder, 'exec', 'turbo', 'run', 'build', `--filter=@cropgrad/backend-${backend}`];
  const { exitCode, stdout, stderr } = await runProgram(file, [...args, ...build], folder);
  if (exitCode !== 0) throw new Error(`${folder} does not build:\n${stdout}${stderr}`);
}

/** Loads core, the backend and tfjs as the checkout's own benchmark would, and makes the backend current. */
export async function loadCheckout(folder: string, backend: BackendName): Promise<Loaded> {
  const { resolve } = createRequire(join(folder, 'bench/package.json'));
  const load = (name: string) => import(pathToFileURL(resolve(name)).href);
  const tf: Loaded['tf'] = await load('@tensorflow/tfjs-core');
  const core: Loaded['core'] = await load('@cropgrad/core');
  await load(`@cropgrad/backend-${backend}`);
  tf.enableProdMode(); // tfjs's own checks are no part of what is measured
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs's backend ${backend} does not run here`);
  return { tf, core };
}
