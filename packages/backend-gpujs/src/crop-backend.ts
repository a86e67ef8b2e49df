import type { AffineSampleAttrs, Capabilities, CropBackend, SampleAttrs } from '@cropgrad/core/backend';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { GpuJsBackend } from './gpujs-backend.js';
import { inParts } from './in-parts.js';
import type { SampleCall } from './sample-call.js';
import { sample, sampleGradGrid, sampleGradImage, sampleGradTheta } from './sample-kernels.js';
import { affineGrid, affineGridGradTheta } from './theta-kernels.js';

/** The crop kernels of a tfjs backend that {@link GpuJsBackend} is, under its name. Core casts and transposes for them. */
export function createCropBackend(tfBackend: string): CropBackend<GpuJsBackend, Capabilities> {
  return {
    contract: 2,
    tfBackend,
    capabilities: {
      sampling: [
        {
          modes: ['bilinear', 'nearest', 'bicubic'],
          paddingModes: ['zeros', 'border', 'reflection'],
          dimensions: [2, 3],
          points: ['grid', 'affine'],
        },
      ],
      dataFormats: ['NHWC'],
      imageDtypes: ['float32'],
      precision: 'f32',
      syncReads: true,
      order: 1,
      exactIntegers: 2 ** 24,
      flushesDenormals: true,
    },
    kernels: {
      AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend }) =>
        affineGrid(backend, theta, size, alignCorners),
      AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { alignCorners }, backend }) =>
        affineGridGradTheta(backend, dgrid, alignCorners),
      GridSample: ({ inputs: { image, grid }, attrs, backend }) =>
        inParts(gridCall(backend, attrs, grid, { image, imageShape: image.shape }), 'crops', sample),
      GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend }) =>
        inParts(gridCall(backend, attrs, grid, { dy, imageShape: attrs.imageShape }), 'image', sampleGradImage),
      GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend }) =>
        inParts(gridCall(backend, attrs, grid, { dy, image, imageShape: image.shape }), 'points', sampleGradGrid),
      AffineSample: ({ inputs: { image, theta }, attrs, backend }) =>
        inParts(thetaCall(backend, attrs, theta, { image, imageShape: image.shape }), 'crops', sample),
      AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend }) =>
        inParts(thetaCall(backend, attrs, theta, { dy, imageShape: attrs.imageShape }), 'image', sampleGradImage),
      AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend }) =>
        inParts(thetaCall(backend, attrs, theta, { dy, image, imageShape: image.shape }), 'points', sampleGradTheta),
    },
  };
}

type Images = Pick<SampleCall, 'dy' | 'image' | 'imageShape'>;

function gridCall(backend: GpuJsBackend, attrs: SampleAttrs, grid: TensorInfo, images: Images): SampleCall {
  return { backend, attrs, points: 'grid', pointsInfo: grid, size: grid.shape.slice(1, -1), ...images };
}

function thetaCall(backend: GpuJsBackend, attrs: AffineSampleAttrs, theta: TensorInfo, images: Images): SampleCall {
  return { backend, attrs, points: 'theta', pointsInfo: theta, size: attrs.size, ...images };
}
