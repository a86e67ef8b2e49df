import type { AffineSampleAttrs, Capabilities, CropBackend, SampleAttrs } from '@cropgrad/core/backend';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { GpuJsBackend } from './gpujs-backend.js';
import { gridOfTheta, thetaGradientOfGrid } from './ops/grid-of-theta.js';
import { sample, sampleGradGrid, sampleGradImage, sampleGradTheta } from './ops/sample.js';
import { inParts } from './parts/in-parts.js';
import type { ThetaPoints } from './points/point-source.js';
import type { SampleCall } from './sample-call.js';

/** The crop kernels of a tfjs backend that {@link GpuJsBackend} is, under its name. Core casts and transposes for them. */
export function createCropBackend(tfBackend: string): CropBackend<GpuJsBackend, Capabilities> {
  return {
    contract: 2,
    tfBackend,
    capabilities: {
      sampling: [
        {
          modes: ['bilinear', 'nearest', 'bicubic'],
          paddingModes: ['zeros', 'border', 'reflection', 'wrap'],
          dimensions: [2, 3],
          points: ['grid', 'affine', 'perspective'],
        },
        {
          modes: ['bilinear', 'bicubic'],
          paddingModes: ['zeros', 'border', 'reflection', 'wrap'],
          dimensions: [2, 3],
          points: ['affine', 'perspective'],
          antialias: true,
        },
      ],
      dataFormats: ['NHWC'],
      imageDtypes: ['float32'],
      precision: 'f32',
      syncReads: true,
      order: 2,
      exactIntegers: 2 ** 24,
      flushesDenormals: true,
    },
    kernels: {
      AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
        gridOfTheta(backend, theta, shape, { points: 'theta', size, alignCorners }),
      AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { size, alignCorners }, backend, shape }) =>
        thetaGradientOfGrid(backend, dgrid, undefined, shape, { points: 'theta', size, alignCorners }),
      GridSample: ({ inputs: { image, grid }, attrs, backend, shape }) =>
        inParts(gridCall(backend, attrs, shape, grid, { image, imageShape: image.shape }), 'crops', sample),
      GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend, shape }) =>
        inParts(gridCall(backend, attrs, shape, grid, { dy, imageShape: shape }), 'image', sampleGradImage),
      GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend, shape }) =>
        inParts(
          gridCall(backend, attrs, shape, grid, { dy, image, imageShape: image.shape }),
          'points',
          sampleGradGrid,
        ),
      GridSampleJvp: ({ inputs: { image, grid, tangent }, attrs, backend, shape }) =>
        inParts(gridCall(backend, attrs, shape, grid, { image, tangent, imageShape: image.shape }), 'crops', sample),
      GridSampleJvpGradImage: ({ inputs: { dy, grid, tangent }, attrs, backend, shape }) =>
        inParts(gridCall(backend, attrs, shape, grid, { dy, tangent, imageShape: shape }), 'image', sampleGradImage),
      GridSampleJvpGradGrid: ({ inputs: { dy, image, grid, tangent }, attrs, backend, shape }) =>
        inParts(
          gridCall(backend, attrs, shape, grid, { dy, image, tangent, imageShape: image.shape }),
          'points',
          sampleGradGrid,
        ),
      AffineSample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
        inParts(thetaCall('theta', backend, attrs, shape, theta, { image, imageShape: image.shape }), 'crops', sample),
      AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) =>
        inParts(thetaCall('theta', backend, attrs, shape, theta, { dy, imageShape: shape }), 'image', sampleGradImage),
      AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) =>
        inParts(
          thetaCall('theta', backend, attrs, shape, theta, { dy, image, imageShape: image.shape }),
          'points',
          sampleGradTheta,
        ),
      PerspectiveGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
        gridOfTheta(backend, theta, shape, { points: 'perspective', size, alignCorners }),
      PerspectiveGridGradTheta: ({ inputs: { dgrid, theta }, attrs: { size, alignCorners }, backend, shape }) =>
        thetaGradientOfGrid(backend, dgrid, theta, shape, { points: 'perspective', size, alignCorners }),
      PerspectiveSample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
        inParts(
          thetaCall('perspective', backend, attrs, shape, theta, { image, imageShape: image.shape }),
          'crops',
          sample,
        ),
      PerspectiveSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) =>
        inParts(
          thetaCall('perspective', backend, attrs, shape, theta, { dy, imageShape: shape }),
          'image',
          sampleGradImage,
        ),
      PerspectiveSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) =>
        inParts(
          thetaCall('perspective', backend, attrs, shape, theta, { dy, image, imageShape: image.shape }),
          'points',
          sampleGradTheta,
        ),
    },
  };
}

type Shape = readonly number[];
type Tensors = Pick<SampleCall, 'dy' | 'image' | 'imageShape' | 'tangent'>;

function gridCall(
  backend: GpuJsBackend,
  attrs: SampleAttrs,
  shape: Shape,
  grid: TensorInfo,
  tensors: Tensors,
): SampleCall {
  return { backend, attrs, shape, points: 'grid', pointsInfo: grid, size: grid.shape.slice(1, -1), ...tensors };
}

function thetaCall(
  points: ThetaPoints,
  backend: GpuJsBackend,
  attrs: AffineSampleAttrs,
  shape: Shape,
  theta: TensorInfo,
  tensors: Tensors,
): SampleCall {
  return { backend, attrs, shape, points, pointsInfo: theta, size: attrs.size, ...tensors };
}
