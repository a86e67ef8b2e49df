import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';
import type { AffineGridAttrs, CompleteCropKernels, CropKernels } from './kernels.js';
import { RESULT } from './result-shape.js';

/**
 * Fills in the fused kernels a backend does not have, from the ones it has: a grid is made, used and freed. Such a
 * backend answers within float32 of a fused one, but not bit for bit: the grid rounds the coordinates.
 */
export function composeFusedKernels<B extends KernelBackend>(kernels: CropKernels<B>): CompleteCropKernels<B> {
  const { AffineGridGradTheta, GridSample, GridSampleGradImage, GridSampleGradGrid } = kernels;
  const gridOf = (theta: TensorInfo, attrs: AffineGridAttrs, backend: B): TensorInfo =>
    kernels.AffineGrid({ inputs: { theta }, attrs, backend, shape: RESULT.AffineGrid.shape({ theta }, attrs) });
  return {
    ...kernels,
    AffineSample:
      kernels.AffineSample ??
      (({ inputs: { image, theta }, attrs, backend, shape }) =>
        using(backend, gridOf(theta, attrs, backend), (grid) =>
          GridSample({ inputs: { image, grid }, attrs, backend, shape }),
        )),
    AffineSampleGradImage:
      kernels.AffineSampleGradImage ??
      (({ inputs: { dy, theta }, attrs, backend, shape }) =>
        using(backend, gridOf(theta, attrs, backend), (grid) =>
          GridSampleGradImage({ inputs: { dy, grid }, attrs, backend, shape }),
        )),
    AffineSampleGradTheta:
      kernels.AffineSampleGradTheta ??
      (({ inputs: { dy, image, theta }, attrs, backend, shape }) =>
        using(backend, gridOf(theta, attrs, backend), (grid) =>
          using(
            backend,
            GridSampleGradGrid({ inputs: { dy, image, grid }, attrs, backend, shape: grid.shape }),
            (dgrid) => AffineGridGradTheta({ inputs: { dgrid }, attrs, backend, shape }),
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
