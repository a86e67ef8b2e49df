import type { Capabilities, CropBackend } from '@cropgrad/core/backend';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { texturePrecision } from './device/precision.js';
import { affineGrid, affineGridGradTheta } from './ops/affine-grid.js';
import { sampleGradImage } from './ops/image-gradient.js';
import { perspectiveGrid, perspectiveGridGradTheta } from './ops/perspective-grid.js';
import { sampleGradGrid, sampleGradTheta } from './ops/point-gradient.js';
import { sample } from './ops/sample.js';
import { gridCall, perspectiveCall, thetaCall } from './sample-call.js';

/** The crop kernels of tfjs's backend `webgl`. */
export const webglBackend: CropBackend<MathBackendWebGL, () => Capabilities> = {
  contract: 2,
  tfBackend: 'webgl',
  capabilities: () => ({
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
    dataFormats: ['NHWC', 'NCHW'],
    imageDtypes: ['float32', 'int32', 'bool'],
    precision: texturePrecision(),
    syncReads: true,
    order: 2,
    flushesDenormals: true,
  }),
  kernels: {
    AffineGrid: ({ inputs: { theta }, attrs, backend, shape }) => affineGrid(backend, theta, attrs, shape),
    AffineGridGradTheta: ({ inputs: { dgrid }, attrs, backend, shape }) =>
      affineGridGradTheta(backend, dgrid, attrs, shape),
    GridSample: ({ inputs: { image, grid }, attrs, backend, shape }) =>
      sample(gridCall(attrs, grid, { backend, imageShape: image.shape, shape }), image),
    GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend, shape }) =>
      sampleGradImage(gridCall(attrs, grid, { backend, imageShape: attrs.imageShape, shape }), dy),
    GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend, shape }) =>
      sampleGradGrid(gridCall(attrs, grid, { backend, imageShape: image.shape, shape }), dy, image),
    GridSampleJvp: ({ inputs: { image, grid, tangent }, attrs, backend, shape }) =>
      sample(gridCall(attrs, grid, { backend, imageShape: image.shape, shape, tangent }), image),
    GridSampleJvpGradImage: ({ inputs: { dy, grid, tangent }, attrs, backend, shape }) =>
      sampleGradImage(gridCall(attrs, grid, { backend, imageShape: attrs.imageShape, shape, tangent }), dy),
    GridSampleJvpGradGrid: ({ inputs: { dy, image, grid, tangent }, attrs, backend, shape }) =>
      sampleGradGrid(gridCall(attrs, grid, { backend, imageShape: image.shape, shape, tangent }), dy, image),
    AffineSample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
      sample(thetaCall(attrs, theta, { backend, imageShape: image.shape, shape }), image),
    AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) =>
      sampleGradImage(thetaCall(attrs, theta, { backend, imageShape: attrs.imageShape, shape }), dy),
    AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) =>
      sampleGradTheta(thetaCall(attrs, theta, { backend, imageShape: image.shape, shape }), dy, image),
    PerspectiveGrid: ({ inputs: { theta }, attrs, backend, shape }) => perspectiveGrid(backend, theta, attrs, shape),
    PerspectiveGridGradTheta: ({ inputs: { dgrid, theta }, attrs, backend, shape }) =>
      perspectiveGridGradTheta(backend, dgrid, theta, attrs, shape),
    PerspectiveSample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
      sample(perspectiveCall(attrs, theta, { backend, imageShape: image.shape, shape }), image),
    PerspectiveSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) =>
      sampleGradImage(perspectiveCall(attrs, theta, { backend, imageShape: attrs.imageShape, shape }), dy),
    PerspectiveSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) =>
      sampleGradTheta(perspectiveCall(attrs, theta, { backend, imageShape: image.shape, shape }), dy, image),
  },
};
