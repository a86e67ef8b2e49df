import {
  type DataType,
  getKernel,
  type KernelBackend,
  type NamedAttrMap,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { DataFormat } from '../inputs/options.js';
import type { AffineImageGradientAttrs, CropKernelName, SampleAttrs } from './kernels.js';
import type { Registered } from './registry.js';
import { RESULT } from './result-shape.js';
import { outOfMemory, requireRoom } from './room.js';

/** The arguments of any kernel, seen at once: which of them are there depends on the kernel. */
export interface AnyKernelArgs {
  inputs: { [name in 'image' | 'theta' | 'grid' | 'tangent' | 'boxes' | 'dtheta' | 'dgrid' | 'dy']?: TensorInfo };
  attrs: Partial<AffineImageGradientAttrs>;
  backend: KernelBackend;
}

type AnyShape = (inputs: AnyKernelArgs['inputs'], attrs: AnyKernelArgs['attrs']) => number[];

/** Any kernel of the contract. */
export type AnyKernel = (args: AnyKernelArgs & { shape: readonly number[] }) => TensorInfo;

/**
 * Wraps a kernel so that it only ever sees what its backend declares: empty results are answered here, images are cast
 * to float32 and tensors transposed to a declared layout by the tfjs backend's own kernels, and all of it is freed.
 */
export function adaptKernel(
  name: CropKernelName,
  kernel: AnyKernel,
  { tfBackend, capabilitiesOf }: Pick<Registered, 'tfBackend' | 'capabilitiesOf'>,
): (args: AnyKernelArgs) => TensorInfo {
  const { hasChannels } = RESULT[name];
  // Each kernel's shape reads only what that kernel has.
  const shapeOf = RESULT[name].shape as unknown as AnyShape;
  return ({ inputs, attrs, backend }) => {
    const shape = shapeOf(inputs, attrs);
    const dtype = resultDtype(inputs, attrs);
    if (isEmpty(shape) || hasEmpty(inputs)) return zeros(backend, shape, dtype);

    requireRoom(name, shape);
    const capabilities = capabilitiesOf(backend);
    const intermediates: TensorInfo[] = [];
    const run = (stockKernel: string, x: TensorInfo, stockAttrs: NamedAttrMap): TensorInfo => {
      const made = runStockKernel(stockKernel, tfBackend, backend, x, stockAttrs);
      intermediates.push(made);
      return made;
    };
    /** A kernel that gives float32 only is as exact as float32 is. */
    const inDtype = (result: TensorInfo): TensorInfo => {
      if (result.dtype === dtype) return result;
      intermediates.push(result);
      return runStockKernel('Cast', tfBackend, backend, result, { dtype });
    };
    try {
      let { image, dy } = inputs;
      const declared: readonly string[] = capabilities.imageDtypes;
      if (image && !declared.includes(image.dtype)) image = run('Cast', image, { dtype: 'float32' });

      const { dataFormat } = attrs;
      if (dataFormat === undefined || capabilities.dataFormats.includes(dataFormat)) {
        // Usually nothing is changed, and a spread takes longer than everything else here.
        const taken = image && image !== inputs.image ? { ...inputs, image } : inputs;
        return inDtype(kernel({ inputs: taken, attrs, backend, shape }));
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
        shape: hasChannels ? perm(shape.length).map((axis) => shape[axis]) : shape,
      });
      if (!hasChannels) return result;
      intermediates.push(result);
      const back = permutation(shape.length, dataFormat);
      return inDtype(runStockKernel('Transpose', tfBackend, backend, result, { perm: back }));
    } catch (error) {
      throw isOutOfMemory(error) ? outOfMemory(name, shape, error.message) : error;
    } finally {
      for (const { dataId } of intermediates) backend.disposeData(dataId);
    }
  };
}

/** The axes of a tensor in the other layout, in the order that `to` has. */
function permutation(rank: number, to: DataFormat): number[] {
  const spatial = Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
  return to === 'NCHW' ? [0, rank - 1, ...spatial] : [0, ...spatial.map((axis) => axis + 1), 1];
}

/** An engine that has no memory for an array throws a RangeError; the message differs from engine to engine. */
function isOutOfMemory(error: unknown): error is RangeError {
  return error instanceof RangeError && /length|allocation|memory/i.test(error.message);
}

function isEmpty(shape: readonly number[]): boolean {
  return shape.includes(0);
}

function hasEmpty(inputs: AnyKernelArgs['inputs']): boolean {
  for (const info of Object.values(inputs)) if (isEmpty(info.shape)) return true;
  return false;
}

/** What a kernel gives: integers where it only picks some, so that labels stay labels. Gradients by points never have `nearest`. */
function resultDtype({ image }: AnyKernelArgs['inputs'], { mode }: Partial<SampleAttrs>): DataType {
  return image && mode === 'nearest' ? image.dtype : 'float32';
}

function zeros(backend: KernelBackend, shape: number[], dtype: DataType): TensorInfo {
  const values = util.getTypedArrayFromDType(dtype as 'float32' | 'int32' | 'bool', util.sizeFromShape(shape));
  return { dataId: backend.write(values, shape, dtype), shape, dtype };
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
