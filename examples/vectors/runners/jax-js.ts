import type { Answer, Vector, VectorFunction } from '@cropgrad/conformance/vectors';
import { defaultDevice, init, numpy as np, vjp } from '@jax-js/jax';
import { ONNXModel } from '@jax-js/onnx';
import { Unsupported, written } from './answered.js';
import { type Feed, questionOf } from './onnx-model.js';
import { serve } from './serve.js';

/** GridSample of @jax-js/onnx on wasm, with its gradients. */
const OPSET = 16;

async function answer(name: VectorFunction, vector: Vector): Promise<Answer> {
  const { mode, padding_mode } = vector.options;
  if (name !== 'grid_sample' || mode !== 'bilinear' || padding_mode !== 'zeros') {
    throw new Unsupported('it has bilinear GridSample with zeros only');
  }
  const { model, feeds } = questionOf(name, vector, OPSET);
  const { run } = new ONNXModel(model);
  const [output, back] = vjp(
    (image: np.Array, grid: np.Array) => run({ image, grid }).output,
    [tensorOf(feeds.image), tensorOf(feeds.grid)],
  );
  const dy = np.array(Float32Array.from(vector.dy.data, Number)).reshape([...vector.dy.shape]);
  const [dImage, dGrid] = back(dy);
  return { output: await numbers(output), d_image: await numbers(dImage), d_grid: await numbers(dGrid) };
}

function tensorOf({ data, shape }: Feed): np.Array {
  if (data instanceof BigInt64Array) throw new Error('GridSample has no input of integers');
  return np.array(data).reshape([...shape]);
}

async function numbers(array: np.Array): Promise<ReturnType<typeof written>[]> {
  return Array.from(await array.data(), written);
}

// It looks for a GPU, and Node 20 has no navigator.
Object.assign(globalThis, { navigator: globalThis.navigator ?? {} });
await init('wasm');
defaultDevice('wasm');
await serve({ name: 'jax-js', version: '@jax-js/onnx 0.1.2 on @jax-js/jax 0.1.25', ran: 'wasm, opset 16' }, answer);
