import {
  dispose,
  engine,
  type GradConfig,
  getKernel,
  type KernelBackend,
  type KernelFunc,
  type NamedAttrMap,
  type NamedTensorMap,
  registerGradient,
  registerKernel,
  type Tensor,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import { type AnyKernel, adaptKernel } from './adapt.js';
import type { Capabilities } from './capabilities.js';
import { completeBackend } from './complete-backend.js';
import { composeFusedKernels } from './compose.js';
import {
  type CropKernelArgs,
  type CropKernelName,
  type CropKernels,
  FUSED_KERNELS,
  KERNEL_PREFIX,
  REQUIRED_KERNELS,
} from './kernels.js';

/**
 * A backend is plain data. Its kernels own no global state, trust their arguments (core has checked them), give back
 * tensors that share nothing with their inputs, and dispose what else they made.
 */
export interface CropBackend<B extends KernelBackend = KernelBackend> {
  /** The name of the tfjs backend whose tensors the kernels take, e.g. `'cpu'`. */
  tfBackend: string;
  /** What the kernels can do; see {@link Capabilities}. */
  capabilities: Capabilities;
  /** The five required kernels, and as many of the three fused ones as there are; see {@link CropKernelArgs}. */
  kernels: CropKernels<B>;
}

const KERNEL_NAMES: readonly CropKernelName[] = [...REQUIRED_KERNELS, ...FUSED_KERNELS];

/** The capabilities of every registered crop backend, by the name of its tfjs backend. */
const registered = new Map<string, Capabilities>();

/**
 * Makes a backend's kernels the ones that run when its tfjs backend is current, replacing what was registered for it
 * before. Fused kernels that it does not have are composed from the required ones. The backend is copied: changing it
 * afterwards changes nothing.
 * Throws `INVALID_BACKEND` when a required kernel or a capability is missing, or is not what it must be.
 */
export function registerCropBackend<B extends KernelBackend>(backend: CropBackend<B>): void {
  const { tfBackend, capabilities, kernels: given } = completeBackend(backend);
  const kernels = composeFusedKernels(given);
  for (const name of KERNEL_NAMES) {
    const kernelName = KERNEL_PREFIX + name;
    if (getKernel(kernelName, tfBackend)) unregisterKernel(kernelName, tfBackend);
    // tfjs's registry knows kernels by name only: their precise types end here, and runCropKernel takes them up again.
    const adapted = adaptKernel(name, kernels[name] as AnyKernel, capabilities, tfBackend);
    registerKernel({ kernelName, backendName: tfBackend, kernelFunc: adapted as unknown as KernelFunc });
  }
  registered.set(tfBackend, capabilities);
}

/** The tfjs backends there is a package of ours for. */
const PACKAGED = ['cpu', 'wasm', 'gpujs'];

/** The current tfjs backend and what its crop kernels can do. Throws `NO_BACKEND` when it has none. */
export function currentCropBackend(op: string): { tfBackend: string; capabilities: Capabilities } {
  const tfBackend = requireTfBackend(op);
  const capabilities = registered.get(tfBackend);
  if (capabilities) return { tfBackend, capabilities };
  const packaged = PACKAGED.includes(tfBackend) ? tfBackend : 'cpu';
  throw new CropError('NO_BACKEND', {
    what: `${op}: crop kernels for the current tfjs backend`,
    got: `none for '${tfBackend}'`,
    expected: `one of those registered: ${[...registered.keys()].join(', ') || 'none yet'}`,
    next: registered.has('wasm')
      ? `Call await tf.setBackend('wasm'); if it gives false, ${WASM_FILES}`
      : `Install and import '@cropgrad/backend-${packaged}', and call await tf.setBackend('${packaged}')`,
  });
}

/** Why tfjs's wasm backend does not start, mostly; tfjs says so on the console only. */
const WASM_FILES = "tell tfjs where its .wasm files are: setWasmPaths of '@tensorflow/tfjs-backend-wasm'";

/** Starts tfjs's best backend when none was chosen yet, and gives its name. Throws `NO_BACKEND` when none is ready. */
export function requireTfBackend(op: string): string {
  try {
    // Reading `backend` is what starts it.
    void engine().backend;
    return engine().backendName;
  } catch (error) {
    const wasm = engine().registryFactory.wasm !== undefined;
    throw new CropError('NO_BACKEND', {
      what: `${op}: the tfjs backend`,
      got: error instanceof Error ? error.message : String(error),
      expected: 'a tfjs backend that is registered and ready',
      next: wasm
        ? `Await tf.setBackend('wasm') before the first call; if it gives false, ${WASM_FILES}`
        : "Import one, e.g. '@cropgrad/backend-cpu', and await tf.ready() before the first call",
    });
  }
}

/** Runs one of our kernels on the current backend, and records it on the tape. Throws `NO_BACKEND` as ops do. */
export function runCropKernel<K extends CropKernelName>(
  name: K,
  inputs: { [I in keyof CropKernelArgs[K]['inputs']]: Tensor },
  attrs: CropKernelArgs[K]['attrs'],
): Tensor {
  currentCropBackend(name);
  return engine().runKernel(KERNEL_PREFIX + name, inputs as NamedTensorMap, attrs as unknown as NamedAttrMap);
}

/**
 * The gradient of one of our kernels: a thunk per input, so that what is not asked for is never computed. One that throws
 * frees what was saved for it, which tfjs then never does.
 */
export function registerCropGradient<K extends CropKernelName>(
  name: K,
  inputsToSave: (keyof CropKernelArgs[K]['inputs'] & string)[],
  gradient: (dy: Tensor, saved: Tensor[], attrs: CropKernelArgs[K]['attrs']) => ReturnType<GradConfig['gradFunc']>,
): void {
  const gradFunc: GradConfig['gradFunc'] = (dy, saved, attrs) => {
    const thunks = gradient(dy as Tensor, saved, attrs as unknown as CropKernelArgs[K]['attrs']);
    return Object.fromEntries(Object.entries(thunks).map(([input, thunk]) => [input, () => orFree(thunk, saved)]));
  };
  registerGradient({ kernelName: KERNEL_PREFIX + name, inputsToSave, gradFunc });
}

function orFree(run: () => Tensor, saved: Tensor[]): Tensor {
  try {
    return run();
  } catch (error) {
    dispose(saved);
    throw error;
  }
}

// Sampling can be differentiated once: without these, tfjs would say only that a gradient is not registered.
for (const name of KERNEL_NAMES.filter((kernel) => kernel.includes('Grad'))) {
  registerGradient({
    kernelName: KERNEL_PREFIX + name,
    gradFunc: () => {
      throw notDifferentiableTwice(name);
    },
  });
}

/** The error for a gradient of a gradient: `UNSUPPORTED`. */
export function notDifferentiableTwice(what: string): CropError {
  return new CropError('UNSUPPORTED', {
    what: `${what}: its own gradient`,
    got: 'a gradient of a gradient of a crop',
    expected: 'first derivatives',
    next: 'Take the gradient of the crop once, outside any other tf.grad',
  });
}
