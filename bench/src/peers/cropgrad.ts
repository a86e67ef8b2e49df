/** cropgrad itself, on tfjs's cpu or wasm backend: createPeer(threads, 'cpu' | 'wasm', 'NHWC' | 'NCHW'). */
import { affineSample, crop, type DataFormat, gridSample } from '@cropgrad/core';
import { CropError, type CropKernelName, KERNEL_PREFIX } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '../data-set.js';
import { kernelAttrs } from '../kernel-attrs.js';
import type { OutputName, Outputs } from '../protocol.js';
import { Absent, completeRows, type JsPeer, makeRow, type Rows } from './js-peer.js';
import { readOut, readTensors, type Tensors, toChannelsLast } from './tensors.js';

export async function createPeer(_threads: number, backend: 'cpu' | 'wasm', dataFormat: DataFormat): Promise<JsPeer> {
  await loadBackend(backend);
  await tf.setBackend(backend);
  let tensors: Tensors | undefined;
  return {
    versions: { '@tensorflow/tfjs-core': tf.version_core },
    open(data) {
      if (tensors) tf.dispose(tensors);
      tensors = readTensors(data, dataFormat);
      const refused = refusal(data, tensors, dataFormat);
      if (refused) return completeRows({}, refused);
      const rows = { ...operationRows(data, tensors, dataFormat), ...kernelRows(data, tensors, dataFormat) };
      return completeRows(rows, 'antialias is for boxes and thetas: a grid does not say how large an output is');
    },
  };
}

async function loadBackend(backend: 'cpu' | 'wasm'): Promise<void> {
  try {
    await (backend === 'cpu' ? import('@cropgrad/backend-cpu') : import('@cropgrad/backend-wasm'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      throw new Absent(`@cropgrad/backend-${backend} is not installed, or not built`);
    }
    throw error;
  }
}

/** What a backend says that does not declare antialias, of a workload that asks for it. */
function refusal({ workload }: DataSet, { image, boxes }: Tensors, dataFormat: DataFormat): string | undefined {
  if (!workload.antialias) return undefined;
  try {
    crop(image, boxes, workload.size, { dataFormat, antialias: true }).dispose();
    return undefined;
  } catch (error) {
    if (error instanceof CropError && error.code === 'UNSUPPORTED') return error.message;
    throw error;
  }
}

/** As a user calls them: public functions, and everything that comes back read out. */
function operationRows({ workload }: DataSet, tensors: Tensors, dataFormat: DataFormat): Partial<Rows> {
  const { image, grid, dy } = tensors;
  const { size, degrees, antialias = false } = workload;
  const at = degrees === undefined ? tensors.boxes : tensors.theta;
  const dat: OutputName = degrees === undefined ? 'dboxes' : 'dtheta';

  const forward = (i: tf.Tensor, b: tf.Tensor): tf.Tensor =>
    degrees === undefined ? crop(i, b, size, { dataFormat, antialias }) : affineSample(i, b, size, { dataFormat });
  const withBox = tf.valueAndGrads((b) => forward(image, b));
  const withBoth = tf.valueAndGrads(forward);
  const row = (names: readonly OutputName[], run: () => tf.Tensor[]) =>
    makeRow(
      () => readOut(run),
      (arrays) => named(names, (k) => toChannelsLast(names[k], arrays[k], dataFormat)),
    );
  return {
    'operation/forward': row(['crops'], () => [forward(image, at)]),
    'operation/forward+box': row(['crops', dat], () => valueFirst(withBox([at], dy))),
    'operation/forward+both': row(['crops', 'dimage', dat], () => valueFirst(withBoth([image, at], dy))),
    ...(!antialias && {
      'operation/gridSample': row(['crops'], () => [gridSample(image, grid, { dataFormat })]),
    }),
  };
}

/** The kernels as tfjs's engine would call them, with their results left where they are. */
function kernelRows({ workload }: DataSet, tensors: Tensors, dataFormat: DataFormat): Partial<Rows> {
  const { image, theta, grid, dy } = tensors;
  const backend = tf.backend();
  const attrs = kernelAttrs(workload, image.shape, dataFormat);
  const kernel = (name: CropKernelName, inputs: tf.NamedTensorInfoMap): (() => tf.TensorInfo) => {
    const kernelFunc = tf.getKernel(KERNEL_PREFIX + name, tf.getBackend())?.kernelFunc;
    if (!kernelFunc) throw new Error(`No kernel ${name}`);
    return () => kernelFunc({ inputs, attrs, backend }) as tf.TensorInfo;
  };
  const forward = kernel('AffineSample', { image, theta });
  const gradTheta = kernel('AffineSampleGradTheta', { dy, image, theta });
  const gradImage = kernel('AffineSampleGradImage', { dy, theta });
  const sample = kernel('GridSample', { image, grid });
  const row = (names: readonly OutputName[], ...kernels: (() => tf.TensorInfo)[]) =>
    makeRow(
      () => kernels.map((run) => run()),
      (infos) =>
        named(names, (k) => {
          const data = Float32Array.from(backend.readSync(infos[k].dataId) as Float32Array);
          return toChannelsLast(names[k], { shape: infos[k].shape, data }, dataFormat);
        }),
      (infos) => {
        for (const { dataId } of infos) backend.disposeData(dataId);
      },
    );
  return {
    'kernel/forward': row(['crops'], forward),
    'kernel/forward+box': row(['crops', 'dtheta'], forward, gradTheta),
    'kernel/forward+both': row(['crops', 'dimage', 'dtheta'], forward, gradImage, gradTheta),
    ...(!workload.antialias && { 'kernel/gridSample': row(['crops'], sample) }),
  };
}

function valueFirst({ value, grads }: { value: tf.Tensor; grads: tf.Tensor[] }): tf.Tensor[] {
  return [value, ...grads];
}

function named(names: readonly OutputName[], output: (k: number) => Outputs[OutputName]): Outputs {
  return Object.fromEntries(names.map((name, k) => [name, output(k)]));
}
