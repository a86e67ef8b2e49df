import type { DataFormat } from '@cropgrad/core';
import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import type { Workload } from './workloads.js';

/** The attributes of a workload's crops, as core gives them to kernels. */
export function kernelAttrs(
  { crops, images, size, antialias }: Workload,
  imageShape: readonly number[],
  dataFormat: DataFormat,
): NamedAttrMap {
  return {
    ...{ mode: 'bilinear', paddingMode: 'zeros', alignCorners: false, fillValue: 0, dataFormat },
    ...{ cutoff: Number.POSITIVE_INFINITY, rounding: 'even', cubicCoefficient: -0.75, antialias: antialias ? 1 : 0 },
    size: [...size],
    imageShape: [...imageShape],
    // tfjs's attributes have no type for what core passes on as it is.
    imageIndex: Int32Array.from({ length: crops }, (_, n) => (images === 1 ? 0 : n)),
  } as unknown as NamedAttrMap;
}
