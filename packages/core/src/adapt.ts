import { getKernel, type KernelBackend, type NamedAttrMap, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Capabilities } from './capabilities.js';
import type { CropKernelName, OutputSize, SampleAttrs } from './kernels.js';
import type { DataFormat } from './options.js';

/** The arguments of any kernel, seen at once: which of them are there depends on the kernel. */
export interface AnyKernelArgs {
  inputs: { [name in 'image' | 'theta' | 'grid' | 'dgrid' | 'dy']?: TensorInfo };
  attrs: Partial<SampleAttrs> & { size?: OutputSize; imageShape?: readonly number[] };
  backend: KernelBackend;
}

/** Any kernel of the contract. */
export type AnyKernel = (args: AnyKernelArgs) => TensorInfo;

/**
 * Wraps a kernel so that it only ever sees what its backend declares: empty results are answered here, images are cast
 * to float32 and tensors transposed to a declared layout by the tfjs backend's own kernels, and all of it is freed.
 */
export function adaptKernel(
  name: CropKernelName,
  kernel: AnyKernel,
  capabilities: Capabilities,
  tfBackend: string,
): AnyKernel {
  return ({ inputs, attrs, backend }) => {
    const shape = resultShape(name, inputs, attrs);
    const tensors = Object.values(inputs);
    if (isEmpty(shape) || tensors.some((info) => isEmpty(info.shape))) return zeros(backend, shape);

    const intermediates: TensorInfo[] = [];
    const run = (stockKernel: string, x: TensorInfo, stockAttrs: NamedAttrMap): TensorInfo => {
      const made = runStockKernel(stockKernel, tfBackend, backend, x, stockAttrs);
      intermediates.push(made);
      return made;
    };
    try {
      let { image, dy } = inputs;
      const declared: readonly string[] = capabilities.imageDtypes;
      if (image && !declared.includes(image.dtype)) image = run('Cast', image, { dtype: 'float32' });

      const { dataFormat } = attrs;
      if (dataFormat === undefined || capabilities.dataFormats.includes(dataFormat)) {
        return kernel({ inputs: { ...inputs, ...(image && { image }) }, attrs, backend });
      }
      const other: DataFormat = dataFormat === 'NHWC' ? 'NCHW' : 'NHWC';
      const perm = (rank: number): number[] => permutation(rank, other);
      if (image) image = run('Transpose', image, { perm: perm(image.shape.length) });
      if (dy) dy = run('Transpose', dy, { perm: perm(dy.shape.length) });
      const { imageShape } = attrs;
      const result = kernel({
        inputs: { ...inputs, ...(image && { image }), ...(dy && { dy }) },
        attrs: {
          ...attrs,
          dataFormat: other,
          ...(imageShape && { imageShape: perm(imageShape.length).map((axis) => imageShape[axis]) }),
        },
        backend,
      });
      if (!HAS_CHANNELS.includes(name)) return result;
      intermediates.push(result);
      const back = permutation(shape.length, dataFormat);
      return runStockKernel('Transpose', tfBackend, backend, result, { perm: back });
    } finally {
      for (const { dataId } of intermediates) backend.disposeData(dataId);
    }
  };
}

/** The kernels whose result is laid out as `dataFormat` says. */
const HAS_CHANNELS: readonly CropKernelName[] = [
  'GridSample',
  'GridSampleGradImage',
  'AffineSample',
  'AffineSampleGradImage',
];

/** The axes of a tensor in the other layout, in the order that `to` has. */
function permutation(rank: number, to: DataFormat): number[] {
  const spatial = Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
  return to === 'NCHW' ? [0, rank - 1, ...spatial] : [0, ...spatial.map((axis) => axis + 1), 1];
}

function resultShape(name: CropKernelName, inputs: AnyKernelArgs['inputs'], attrs: AnyKernelArgs['attrs']): number[] {
  const { image, theta, grid, dgrid } = inputs;
  const { size, dataFormat, imageShape } = attrs;
  if (name === 'AffineGrid' && theta && size) return [theta.shape[0], ...size, size.length];
  if (name === 'AffineGridGradTheta' && dgrid) {
    const dimensions = dgrid.shape.length - 2;
    return [dgrid.shape[0], dimensions, dimensions + 1];
  }
  if (name === 'GridSample' && image && grid)
    return cropsShape(image, grid.shape[0], grid.shape.slice(1, -1), dataFormat);
  if (name === 'AffineSample' && image && theta && size) return cropsShape(image, theta.shape[0], size, dataFormat);
  if (name === 'GridSampleGradGrid' && grid) return grid.shape;
  if (name === 'AffineSampleGradTheta' && theta) return theta.shape;
  return [...(imageShape ?? [])];
}

function cropsShape(image: TensorInfo, n: number, size: OutputSize, dataFormat: DataFormat | undefined): number[] {
  return dataFormat === 'NCHW' ? [n, image.shape[1], ...size] : [n, ...size, image.shape[image.shape.length - 1]];
}

function isEmpty(shape: readonly number[]): boolean {
  return shape.includes(0);
}

function zeros(backend: KernelBackend, shape: number[]): TensorInfo {
  const values = new Float32Array(util.sizeFromShape(shape));
  return { dataId: backend.write(values, shape, 'float32'), shape, dtype: 'float32' };
}

/** Runs one of the tfjs backend's own one-input kernels, outside the tape. */
function runStockKernel(
  kernelName: string,
  tfBackend: string,
  backend: KernelBackend,
  x: TensorInfo,
  attrs: NamedAttrMap,
): TensorInfo {
  const result = getKernel(kernelName, tfBackend).kernelFunc({ inputs: { x }, attrs, backend });
  return Array.isArray(result) ? result[0] : result;
}
