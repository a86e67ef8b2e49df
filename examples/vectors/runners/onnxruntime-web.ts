import type { Answer, Vector, VectorFunction } from '@cropgrad/conformance/vectors';
import * as ort from 'onnxruntime-web';
import { written } from './answered.js';
import { type Feed, questionOf } from './onnx-model.js';
import { serve } from './serve.js';

/** ONNX Runtime Web. Its WebGPU has GridSample of opsets 16 to 19 only, and would leave others to the CPU, saying nothing. */
const OPSET = 16;

const [provider] = process.argv.slice(2);
ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'fatal';

async function answer(name: VectorFunction, vector: Vector): Promise<Answer> {
  const { model, feeds } = questionOf(name, vector, OPSET);
  const session = await ort.InferenceSession.create(model, {
    executionProviders: [provider],
    // A node that the provider does not have is an error, in place of a run somewhere else.
    extra: { session: { disable_cpu_ep_fallback: provider === 'wasm' ? '0' : '1' } },
  });
  const tensors = Object.entries(feeds).map(([input, feed]) => [input, tensorOf(feed)]);
  const { output } = await session.run(Object.fromEntries(tensors));
  const data = (await output.getData()) as Float32Array;
  await session.release();
  return { output: Array.from(data, written) };
}

function tensorOf({ data, shape }: Feed): ort.Tensor {
  return data instanceof BigInt64Array ? new ort.Tensor('int64', data, shape) : new ort.Tensor('float32', data, shape);
}

const version = ort.env.versions.web ?? ort.env.versions.common;
const differs = { tie: 'nearest rounds halves before it reflects' };
await serve({ name: `ONNX Runtime Web ${provider}`, version, ran: `${provider}, opset ${OPSET}`, differs }, answer);
