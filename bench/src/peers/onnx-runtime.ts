/** ONNX Runtime Web on wasm: AffineGrid and GridSample, forward only. */
import { readFile } from 'node:fs/promises';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import type { DataSet } from '../data-set.js';
import type { NpyArray } from '../npy.js';
import type { Outputs } from '../protocol.js';
import { completeRows, type JsPeer, type Row } from './js-peer.js';

const REASON = 'ONNX Runtime has no gradients, and copies tensors in and out on every run, so that no kernel is alone';

export async function createPeer(threads: number): Promise<JsPeer> {
  env.wasm.numThreads = threads;
  const affineSample = await session('affine-sample');
  const gridSample = await session('grid-sample');
  return {
    versions: { 'onnxruntime-web': env.versions.web ?? env.versions.common },
    open(data) {
      const { image, grid, theta, size } = feeds(data);
      const rows = {
        'operation/gridSample': row(gridSample, { image, grid: tall(data) ? stacked(grid) : grid }, data),
      };
      // One image for many crops needs the grid as one tall grid, which AffineGrid does not make.
      if (tall(data)) {
        return completeRows(
          { ...rows, 'operation/forward': { absent: 'AffineGrid makes no grid for one shared image' } },
          REASON,
        );
      }
      return completeRows({ ...rows, 'operation/forward': row(affineSample, { image, theta, size }, data) }, REASON);
    },
  };
}

/** The models are made by models/make.py. */
async function session(model: string): Promise<InferenceSession> {
  const bytes = await readFile(new URL(`../../models/${model}.onnx`, import.meta.url));
  return InferenceSession.create(bytes, { executionProviders: ['wasm'] });
}

/** ONNX has channels second. */
function feeds({ image, theta, grid, workload }: DataSet): Record<'image' | 'theta' | 'grid' | 'size', Tensor> {
  const tensor = ({ data, shape }: NpyArray): Tensor => new Tensor('float32', data, shape);
  const { crops, channels, size } = workload;
  const gridSize = BigInt64Array.from([crops, channels, ...size].map(BigInt));
  return {
    image: tensor(channelsSecond(image)),
    theta: tensor(theta),
    grid: tensor(grid),
    size: new Tensor('int64', gridSize, [gridSize.length]),
  };
}

function tall({ workload }: DataSet): boolean {
  return workload.images === 1 && workload.crops > 1;
}

/** [N,h,w,2] as [1,N·h,w,2]. */
function stacked({ data, dims: [n, h, ...rest] }: Tensor): Tensor {
  return new Tensor('float32', data as Float32Array, [1, n * h, ...rest]);
}

function row(model: InferenceSession, inputs: InferenceSession.FeedsType, data: DataSet): Row {
  const run = async (): Promise<Float32Array> => (await model.run(inputs)).crops.data as Float32Array;
  return {
    async time() {
      const start = performance.now();
      await run();
      return performance.now() - start;
    },
    async check(): Promise<Outputs> {
      const { crops, channels, size } = data.workload;
      const batch = tall(data) ? 1 : crops;
      const pixels = (crops / batch) * size.reduce((a, b) => a * b);
      return { crops: { shape: data.dy.shape, data: channelsLast(await run(), batch, channels, pixels) } };
    },
  };
}

function channelsSecond({ data, shape }: NpyArray): NpyArray {
  const [batch, ...spatial] = shape;
  const channels = spatial.pop() ?? 1;
  const pixels = spatial.reduce((a, b) => a * b);
  return { shape: [batch, channels, ...spatial], data: channelsLast(data, batch, pixels, channels) };
}

/** Swaps the last two of three axes, [batch,channels,pixels] to [batch,pixels,channels], whatever they stand for. */
function channelsLast(data: Float32Array, batch: number, channels: number, pixels: number): Float32Array {
  const moved = new Float32Array(data.length);
  for (let n = 0, at = 0; n < batch; n++) {
    for (let p = 0; p < pixels; p++) {
      for (let c = 0; c < channels; c++, at++) moved[at] = data[(n * channels + c) * pixels + p];
    }
  }
  return moved;
}
