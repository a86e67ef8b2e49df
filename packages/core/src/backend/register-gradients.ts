import { dispose, type GradConfig, registerGradient, type Tensor } from '@tensorflow/tfjs-core';
import { KERNEL_PREFIX } from './contract.js';

/** Any gradient of a table. */
interface AnyGradient {
  saves: readonly string[];
  by: Record<string, (dy: Tensor, saved: never, attrs: never, what: string) => Tensor>;
}

const registered = new Set<object>();

/** Gives tfjs the gradients of a table, once for this copy of core. */
export function registerGradients(table: Readonly<Record<string, AnyGradient>>): void {
  if (registered.has(table)) return;
  registered.add(table);
  for (const [name, gradient] of Object.entries(table)) registerGradientOf(name, gradient);
}

/**
 * A thunk per input, so that a gradient that nobody asks for is never computed. A thunk that throws frees the saved tensors,
 * because tfjs then never does.
 */
function registerGradientOf(name: string, { saves, by }: AnyGradient): void {
  const gradients = Object.entries(by);
  const gradFunc: GradConfig['gradFunc'] = (dy, saved, attrs) => {
    const named: Record<string, Tensor> = {};
    for (let i = 0; i < saves.length; i++) named[saves[i]] = saved[i];
    const thunks: Record<string, () => Tensor> = {};
    for (const [input, gradient] of gradients) {
      thunks[input] = () => {
        try {
          return gradient(dy as Tensor, named as never, attrs as never, `${name}: its gradient by ${input}`);
        } catch (error) {
          dispose(saved);
          throw error;
        }
      };
    }
    return thunks;
  };
  registerGradient({ kernelName: KERNEL_PREFIX + name, inputsToSave: [...saves], gradFunc });
}
