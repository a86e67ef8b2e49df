import type { Capabilities, CropBackend, SampleAttrs } from '@cropgrad/core/backend';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { affineGrid, affineGridGradTheta } from './ops/affine-grid.js';
import { byImage } from './ops/by-image.js';
import { byGrid, byTheta } from './ops/by-points.js';
import { forward } from './ops/forward.js';
import { perspectiveGrid, perspectiveGridGradTheta } from './ops/perspective-grid.js';
import { createSampling } from './sampling.js';

/** The crop kernels of tfjs's `webgpu` backend: everything of the contract, with every tensor staying on the GPU. */
export const webgpuBackend: CropBackend<WebGPUBackend, Capabilities> = {
  contract: 2,
  tfBackend: 'webgpu',
  capabilities: {
    sampling: [
      {
        modes: ['bilinear', 'nearest', 'bicubic'],
        paddingModes: ['zeros', 'border', 'reflection', 'wrap'],
        dimensions: [2, 3],
        points: ['grid', 'affine', 'perspective'],
      },
    ],
    dataFormats: ['NHWC', 'NCHW'],
    imageDtypes: ['float32', 'int32', 'bool'],
    precision: 'f32',
    syncReads: false,
    order: 1,
    flushesDenormals: true,
  },
  kernels: {
    AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
      affineGrid(backend, theta, size, alignCorners, shape),
    AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { size, alignCorners }, backend, shape }) =>
      affineGridGradTheta(backend, dgrid, size, alignCorners, shape),
    GridSample: ({ inputs: { image, grid }, attrs, backend, shape }) =>
      forward({ backend, sampling: ofGrid(attrs, image.shape, grid.shape), points: grid, shape }, image),
    GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend, shape }) =>
      byImage({ backend, sampling: ofGrid(attrs, attrs.imageShape, grid.shape), points: grid, shape }, dy),
    GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend, shape }) =>
      byGrid({ backend, sampling: ofGrid(attrs, image.shape, grid.shape), points: grid, shape }, dy, image),
    AffineSample: ({ inputs: { image, theta }, attrs, backend, shape }) => {
      const sampling = createSampling('affine', attrs, image.shape, attrs.size);
      return forward({ backend, sampling, points: theta, shape }, image);
    },
    AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) => {
      const sampling = createSampling('affine', attrs, attrs.imageShape, attrs.size);
      return byImage({ backend, sampling, points: theta, shape }, dy);
    },
    AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) => {
      const sampling = createSampling('affine', attrs, image.shape, attrs.size);
      return byTheta({ backend, sampling, points: theta, shape }, dy, image, attrs);
    },
    PerspectiveGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
      perspectiveGrid(backend, theta, size, alignCorners, shape),
    PerspectiveGridGradTheta: ({ inputs: { dgrid, theta }, attrs: { size, alignCorners }, backend, shape }) =>
      perspectiveGridGradTheta(backend, dgrid, theta, size, alignCorners, shape),
  },
};

function ofGrid(attrs: SampleAttrs, imageShape: readonly number[], gridShape: readonly number[]) {
  return createSampling('grid', attrs, imageShape, gridShape.slice(1, -1));
}
