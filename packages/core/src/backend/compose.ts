import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';
import type { AffineGridAttrs, CompleteCropKernels, CropKernel, CropKernels } from './kernels.js';
import { RESULT } from './result-shape.js';

/**
 * Fills in the fused kernels a backend does not have, from the ones it has: a grid is made, used and freed. Such a
 * backend answers within float32 of a fused one, but not bit for bit: the grid rounds the coordinates.
 */
export function composeFusedKernels<B extends KernelBackend>(kernels: CropKernels<B>): CompleteCropKernels<B> {
  const { AffineGrid, AffineGridGradTheta, PerspectiveGrid, PerspectiveGridGradTheta } = kernels;
  const affine = throughGrid<B>(kernels, AffineGrid, (args) => AffineGridGradTheta(args));
  const perspective =
    PerspectiveGrid &&
    PerspectiveGridGradTheta &&
    throughGrid<B>(kernels, (args) => PerspectiveGrid(args), PerspectiveGridGradTheta);
  return {
    AffineSample: affine.sample,
    AffineSampleGradImage: affine.sampleGradImage,
    AffineSampleGradTheta: affine.sampleGradTheta,
    ...(perspective && {
      PerspectiveSample: (args) => perspective.sample(args),
      PerspectiveSampleGradImage: (args) => perspective.sampleGradImage(args),
      PerspectiveSampleGradTheta: (args) => perspective.sampleGradTheta(args),
    }),
    ...kernels,
  };
}

/** The three fused kernels by way of a grid. Affine and perspective ones take the same, so each serves where it fits. */
function throughGrid<B extends KernelBackend>(
  { GridSample, GridSampleGradImage, GridSampleGradGrid }: CropKernels<B>,
  grid: CropKernel<'AffineGrid', B>,
  gradTheta: CropKernel<'PerspectiveGridGradTheta', B>,
): {
  sample: CropKernel<'AffineSample', B>;
  sampleGradImage: CropKernel<'AffineSampleGradImage', B>;
  sampleGradTheta: CropKernel<'AffineSampleGradTheta', B>;
} {
  const gridOf = (theta: TensorInfo, attrs: AffineGridAttrs, backend: B): TensorInfo =>
    grid({ inputs: { theta }, attrs, backend, shape: RESULT.AffineGrid.shape({ theta }, attrs) });
  return {
    sample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
      using(backend, gridOf(theta, attrs, backend), (grid) =>
        GridSample({ inputs: { image, grid }, attrs, backend, shape }),
      ),
    sampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) =>
      using(backend, gridOf(theta, attrs, backend), (grid) =>
        GridSampleGradImage({ inputs: { dy, grid }, attrs, backend, shape }),
      ),
    sampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) =>
      using(backend, gridOf(theta, attrs, backend), (grid) =>
        using(
          backend,
          GridSampleGradGrid({ inputs: { dy, image, grid }, attrs, backend, shape: grid.shape }),
          (dgrid) => gradTheta({ inputs: { dgrid, theta }, attrs, backend, shape }),
        ),
      ),
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
