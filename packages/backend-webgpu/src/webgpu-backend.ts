import type { AffineSampleAttrs, Capabilities, CropBackend, SampleAttrs } from '@cropgrad/core/backend';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { affineGrid, affineGridGradTheta } from './ops/affine-grid.js';
import { byImage } from './ops/by-image.js';
import { byGrid, byTheta } from './ops/by-points.js';
import { forward } from './ops/forward.js';
import { perspectiveGrid, perspectiveGridGradTheta } from './ops/perspective-grid.js';
import type { SampleCall } from './ops/sample-call.js';
import { createSampling } from './sampling.js';
import { FILTERED } from './ways/filtered/way.js';
import { TANGENT } from './ways/tangent/way.js';
import { TAPS } from './ways/taps/way.js';

/** The crop kernels of tfjs's `webgpu` backend: everything of the contract, and every tensor stays on the GPU. */
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
        antialias: true,
      },
    ],
    dataFormats: ['NHWC', 'NCHW'],
    imageDtypes: ['float32', 'int32', 'bool'],
    precision: 'f32',
    syncReads: false,
    order: 2,
    exactIntegers: 2 ** 31,
    flushesDenormals: true,
  },
  kernels: {
    AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
      affineGrid(backend, theta, size, alignCorners, shape),
    AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { size, alignCorners }, backend, shape }) =>
      affineGridGradTheta(backend, dgrid, size, alignCorners, shape),
    GridSample: ({ inputs: { image, grid }, attrs, backend, shape }) =>
      forward({ ...onGrid(attrs, image.shape, grid), backend, shape }, image),
    GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend, shape }) =>
      byImage({ ...onGrid(attrs, attrs.imageShape, grid), backend, shape }, dy),
    GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend, shape }) =>
      byGrid({ ...onGrid(attrs, image.shape, grid), backend, shape }, dy, image),
    GridSampleJvp: ({ inputs: { image, grid, tangent }, attrs, backend, shape }) =>
      forward({ ...onMovingGrid(attrs, image.shape, grid, tangent), backend, shape }, image),
    GridSampleJvpGradImage: ({ inputs: { dy, grid, tangent }, attrs, backend, shape }) =>
      byImage({ ...onMovingGrid(attrs, attrs.imageShape, grid, tangent), backend, shape }, dy),
    GridSampleJvpGradGrid: ({ inputs: { dy, image, grid, tangent }, attrs, backend, shape }) =>
      byGrid({ ...onMovingGrid(attrs, image.shape, grid, tangent), backend, shape }, dy, image),
    AffineSample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
      forward({ ...underTheta('affine', attrs, image.shape, theta), backend, shape }, image),
    AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) =>
      byImage({ ...underTheta('affine', attrs, attrs.imageShape, theta), backend, shape }, dy),
    AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) =>
      byTheta({ ...underTheta('affine', attrs, image.shape, theta), backend, shape }, dy, image),
    PerspectiveGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
      perspectiveGrid(backend, theta, size, alignCorners, shape),
    PerspectiveGridGradTheta: ({ inputs: { dgrid, theta }, attrs: { size, alignCorners }, backend, shape }) =>
      perspectiveGridGradTheta(backend, dgrid, theta, size, alignCorners, shape),
    PerspectiveSample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
      forward({ ...underTheta('perspective', attrs, image.shape, theta), backend, shape }, image),
    PerspectiveSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) =>
      byImage({ ...underTheta('perspective', attrs, attrs.imageShape, theta), backend, shape }, dy),
    PerspectiveSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) =>
      byTheta({ ...underTheta('perspective', attrs, image.shape, theta), backend, shape }, dy, image),
  },
};

type Where = Pick<SampleCall, 'sampling' | 'way' | 'points' | 'tangent'>;

function onGrid(attrs: SampleAttrs, imageShape: readonly number[], grid: TensorInfo): Where {
  return { sampling: createSampling('grid', attrs, imageShape, grid.shape.slice(1, -1)), way: TAPS, points: grid };
}

function onMovingGrid(attrs: SampleAttrs, imageShape: readonly number[], grid: TensorInfo, tangent: TensorInfo): Where {
  return { ...onGrid(attrs, imageShape, grid), way: TANGENT, tangent };
}

function underTheta(
  points: 'affine' | 'perspective',
  attrs: AffineSampleAttrs,
  imageShape: readonly number[],
  theta: TensorInfo,
): Where {
  const sampling = createSampling(points, attrs, imageShape, attrs.size);
  return { sampling, way: attrs.antialias > 0 ? FILTERED : TAPS, points: theta };
}
