import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { KernelSource } from './kernel-source.js';
import type { Numbers } from './numbers.js';
import { requireContext } from './require-context.js';
import { requireTexture } from './require-texture.js';

/** The tensors of a kernel, by the names that it reads them by. */
export type Tensors = Readonly<Record<string, TensorInfo>>;

/**
 * Runs a kernel once for each of `length` elements, and gives them as a tensor of one axis. Inputs are seen as tensors of one
 * axis, too: then indices are whole numbers throughout, and a program serves all shapes.
 * Throws `NO_DEVICE`, `DEVICE_LOST` and `OUT_OF_MEMORY`.
 */
export function run(
  backend: MathBackendWebGL,
  source: KernelSource,
  tensors: Tensors,
  numbers: Numbers,
  length: number,
): TensorInfo {
  requireContext(backend);
  requireTexture('a result', length);
  const inputs = source.tensors.map((name) => flat(name, tensors[name]));
  const ints = Object.keys(numbers.ints);
  const floats = Object.keys(numbers.floats);
  const program: GPGPUProgram = {
    variableNames: [...source.tensors],
    outputShape: [length],
    // tfjs finds a compiled program by its text, which says nothing of the uniforms' order.
    userCode: `
      // ${ints} ${floats}
      ${source.functions}
      void main() {
        int at = getOutputCoords();
        float result = 0.0;
        ${source.body}
        setOutput(result);
      }`,
    // The sizes of textures are no part of the text.
    enableShapeUniforms: true,
    customUniforms: [
      ...ints.map((name) => ({ name, type: 'int' as const })),
      ...floats.map((name) => ({ name, type: 'float' as const })),
    ],
  };
  const values = [...ints.map((name) => [numbers.ints[name]]), ...floats.map((name) => [numbers.floats[name]])];
  return backend.compileAndRun(program, inputs, 'float32', values);
}

/** The same numbers as a tensor of one axis. */
function flat(name: string, { dataId, shape, dtype }: TensorInfo): TensorInfo {
  const length = util.sizeFromShape(shape);
  requireTexture(name, length);
  return { dataId, shape: [length], dtype };
}
