import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';
import type { CompleteCropKernels, CropKernels } from './kernels.js';

/**
 * Fills in the fused kernels a backend does not have, from the ones it has: a grid is made, used and freed. Such a
 * backend answers within float32 of a fused one, but not bit for bit: the grid rounds the coordinates.
 */
export function composeFusedKernels<B extends KernelBackend>(kernels: CropKernels<B>): CompleteCropKernels<B> {
  const { AffineGrid, AffineGridGradTheta, GridSample, GridSampleGradImage, GridSampleGradGrid } = kernels;
  return {
    ...kernels,
    AffineSample:
      kernels.AffineSample ??
      (({ inputs: { image, theta }, attrs, backend }) =>
        using(backend, AffineGrid({ inputs: { theta }, attrs, backend }), (grid) =>
          GridSample({ inputs: { image, grid }, attrs, backend }),
        )),
    AffineSampleGradImage:
      kernels.AffineSampleGradImage ??
      (({ inputs: { dy, theta }, attrs, backend }) =>
        using(backend, AffineGrid({ inputs: { theta }, attrs, backend }), (grid) =>
          GridSampleGradImage({ inputs: { dy, grid }, attrs, backend }),
        )),
    AffineSampleGradTheta:
      kernels.AffineSampleGradTheta ??
      (({ inputs: { dy, image, theta }, attrs, backend }) =>
        using(backend, AffineGrid({ inputs: { theta }, attrs, backend }), (grid) =>
          using(backend, GridSampleGradGrid({ inputs: { dy, image, grid }, attrs, backend }), (dgrid) =>
            AffineGridGradTheta({ inputs: { dgrid }, attrs, backend }),
          ),
        )),
  };
}

/** Gives the intermediate to `use` and frees it afterwards, whatever happens. */
function using(backend: KernelBackend, intermediate: TensorInfo, use: (info: TensorInfo) => TensorInfo): TensorInfo {
  try {
    return use(intermediate);
  } finally {
    backend.disposeData(intermediate.dataId);
  }
}
