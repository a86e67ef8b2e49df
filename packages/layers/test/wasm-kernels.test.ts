import '@tensorflow/tfjs-backend-cpu';
import '../src/wasm-training.js';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Convolution, convolutions, type Shape } from './convolutions.js';

const RUNS = process.env.CROPGRAD_FULL ? 5000 : 60;

/** Numbers with no pattern, between -1 and 1. */
function noise(shape: Shape, phase: number): Float32Array {
  return Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(phase + i * i * 0.37));
}

interface Kernel {
  name: string;
  /** Names, shapes and numbers of its inputs. */
  inputs(convolution: Convolution): Record<string, [Shape, Float32Array]>;
  attrs(convolution: Convolution): tf.NamedAttrMap;
  /** The most terms that one number of its result sums. */
  terms(convolution: Convolution): number;
}

const KERNELS: Kernel[] = [
  {
    name: tf.Conv2DBackpropFilter,
    inputs: ({ input, output }) => ({ x: [input, noise(input, 1)], dy: [output, noise(output, 2)] }),
    attrs: ({ attrs, filter }) => ({ ...attrs, filterShape: filter }),
    terms: ({ output, filter }) => tf.util.sizeFromShape(output) / filter[3],
  },
  {
    name: tf.Conv2DBackpropInput,
    inputs: ({ output, filter }) => ({ dy: [output, noise(output, 3)], filter: [filter, noise(filter, 4)] }),
    attrs: ({ attrs, input }) => ({ ...attrs, inputShape: input }),
    terms: ({ filter }) => filter[0] * filter[1] * filter[3],
  },
];

/** What a kernel of a backend answers, read back; `through` changes its inputs first. */
async function answer(
  backend: string,
  kernel: Kernel,
  convolution: Convolution,
  through = (x: number): number => x,
): Promise<{ shape: number[]; values: Float32Array }> {
  await tf.setBackend(backend);
  const result = tf.tidy(() => {
    const inputs = Object.entries(kernel.inputs(convolution)).map(([name, [shape, values]]) => [
      name,
      tf.tensor(values.map(through), shape),
    ]);
    return tf.engine().runKernel<tf.Tensor>(kernel.name, Object.fromEntries(inputs), kernel.attrs(convolution));
  });
  const values = await result.data<'float32'>();
  result.dispose();
  return { shape: result.shape, values };
}

describe.each(KERNELS)('$name', (kernel) => {
  it("answers what tfjs's cpu does, within what rounding to float32 allows", async () => {
    await fc.assert(
      fc.asyncProperty(convolutions, async (convolution) => {
        const right = await answer('cpu', kernel, convolution);
        const { values: sizes } = await answer('cpu', kernel, convolution, Math.abs);
        const ours = await answer('wasm', kernel, convolution);
        expect(ours.shape).toEqual(right.shape);
        const allowed = (kernel.terms(convolution) + 2) * 2 ** -24;
        ours.values.forEach((value, i) => {
          expect(Math.abs(value - right.values[i])).toBeLessThanOrEqual(allowed * sizes[i]);
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps nothing', async () => {
    await tf.setBackend('wasm');
    const [convolution] = fc.sample(convolutions, { numRuns: 1, seed: 1 });
    await answer('wasm', kernel, convolution);
    const before = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
    for (const each of fc.sample(convolutions, 20)) await answer('wasm', kernel, each);
    expect([tf.memory().numTensors, tf.engine().backend.numDataIds()]).toEqual(before);
  });
});
