import { engine, getKernel } from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import type { Capabilities } from './capabilities.js';
import { CONTRACT, FIRST_KERNEL_PREFIX } from './contract.js';
import { registry } from './registry.js';
import { THIS_COPY } from './this-copy.js';

/** The current tfjs backend and what its crop kernels can do. Throws `NO_BACKEND` when it has none. */
export function currentCropBackend(op: string): { tfBackend: string; capabilities: Capabilities } {
  const tfBackend = requireTfBackend(op);
  for (const registered of registry().backends) {
    if (registered.tfBackend !== tfBackend || registered.contract !== CONTRACT) continue;
    return { tfBackend, capabilities: registered.capabilitiesOf(engine().backend) };
  }
  throw noCropBackend(op, tfBackend);
}

/** The usual reason why tfjs's wasm backend does not start; tfjs says it on the console only. */
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

function noCropBackend(op: string, tfBackend: string): CropError {
  const what = `${op}: crop kernels for the current tfjs backend`;
  const other = anotherCopy(tfBackend);
  if (other !== undefined) {
    return new CropError('NO_BACKEND', {
      what,
      got: `kernels for '${tfBackend}' that ${other} registered`,
      expected: `kernels of contract ${CONTRACT}, registered through ${THIS_COPY} or another copy of that contract`,
      next: "Install versions of both packages that need the same @cropgrad/core; 'npm ls @cropgrad/core' shows which package needs which",
    });
  }
  const names = registry().backends.flatMap((one) => (one.contract === CONTRACT ? [one.tfBackend] : []));
  return new CropError('NO_BACKEND', {
    what,
    got: `none for '${tfBackend}'`,
    expected: `one of the registered backends: ${names.join(', ') || 'none yet'}`,
    next: names.includes('wasm')
      ? `Call await tf.setBackend('wasm'); if it gives false, ${WASM_FILES}`
      : `Import '@cropgrad/backend-${tfBackend}' if there is one, or call await tf.setBackend('${names.at(-1) ?? 'cpu'}')`,
  });
}

/** The copy of core, of another contract, that has kernels for this tfjs backend; the first contract kept no registry. */
function anotherCopy(tfBackend: string): string | undefined {
  const other = registry().backends.find((one) => one.tfBackend === tfBackend);
  if (other) return `${other.copy}, contract ${other.contract},`;
  if (getKernel(`${FIRST_KERNEL_PREFIX}GridSample`, tfBackend)) return 'another copy of @cropgrad/core, contract 1,';
  return undefined;
}
