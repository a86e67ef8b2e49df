import { CropError } from '@cropgrad/core';
import { type Capabilities, type CropBackend, writeBoxGradients, writeThetas } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { affineGrid, affineGridGradTheta } from './affine-grid.js';
import { affineSample, affineSampleGradImage, affineSampleGradTheta } from './affine-sample.js';
import { gridSample, gridSampleGradGrid, gridSampleGradImage } from './grid-sample.js';
import { gridSampleJvp, gridSampleJvpGradGrid, gridSampleJvpGradImage, type MovingGrid } from './grid-sample-jvp.js';
import type { ImageArray } from './layout.js';
import { perspectiveGrid, perspectiveGridGradTheta } from './perspective-grid.js';
import { perspectiveSample, perspectiveSampleGradImage, perspectiveSampleGradTheta } from './perspective-sample.js';

/** The crop kernels of tfjs's `cpu` backend: everything of the contract, in float64 arithmetic on float32 tensors. */
export const cpuBackend: CropBackend<MathBackendCPU, Capabilities> = {
  contract: 2,
  tfBackend: 'cpu',
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
    syncReads: true,
    order: 2,
    exactIntegers: 2 ** 31,
  },
  kernels: {
    AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
      output(backend, shape, affineGrid(floats(backend, theta), theta.shape[0], size, alignCorners)),
    AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { alignCorners }, backend, shape }) =>
      output(backend, shape, affineGridGradTheta(floats(backend, dgrid), dgrid.shape, alignCorners)),
    GridSample: ({ inputs: { image, grid }, attrs, backend, shape }) => {
      const crops = gridSample(pixels(backend, image), image.shape, floats(backend, grid), grid.shape, attrs);
      return output(backend, shape, crops);
    },
    GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend, shape }) => {
      const dimage = gridSampleGradImage(floats(backend, dy), dy.shape, floats(backend, grid), grid.shape, attrs);
      return output(backend, shape, dimage);
    },
    GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend, shape }) => {
      const [dyValues, gridValues] = [floats(backend, dy), floats(backend, grid)];
      const imageValues = pixels(backend, image);
      const dgrid = gridSampleGradGrid(dyValues, dy.shape, imageValues, image.shape, gridValues, grid.shape, attrs);
      return output(backend, shape, dgrid);
    },
    GridSampleJvp: ({ inputs: { image, grid, tangent }, attrs, backend, shape }) => {
      const crops = gridSampleJvp(pixels(backend, image), image.shape, moving(backend, grid, tangent), attrs);
      return output(backend, shape, crops);
    },
    GridSampleJvpGradImage: ({ inputs: { dy, grid, tangent }, attrs, backend, shape }) => {
      const dimage = gridSampleJvpGradImage(floats(backend, dy), dy.shape, moving(backend, grid, tangent), attrs);
      return output(backend, shape, dimage);
    },
    GridSampleJvpGradGrid: ({ inputs: { dy, image, grid, tangent }, attrs, backend, shape }) => {
      const [dyValues, imageValues] = [floats(backend, dy), pixels(backend, image)];
      const movingGrid = moving(backend, grid, tangent);
      const dgrid = gridSampleJvpGradGrid(dyValues, dy.shape, imageValues, image.shape, movingGrid, attrs);
      return output(backend, shape, dgrid);
    },
    AffineSample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
      output(backend, shape, affineSample(pixels(backend, image), image.shape, floats(backend, theta), attrs)),
    AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) =>
      output(backend, shape, affineSampleGradImage(floats(backend, dy), dy.shape, floats(backend, theta), attrs)),
    AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) => {
      const [dyValues, thetaValues] = [floats(backend, dy), floats(backend, theta)];
      const imageValues = pixels(backend, image);
      const dtheta = affineSampleGradTheta(dyValues, dy.shape, imageValues, image.shape, thetaValues, attrs);
      return output(backend, shape, dtheta);
    },
    PerspectiveGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
      output(backend, shape, perspectiveGrid(floats(backend, theta), theta.shape[0], size, alignCorners)),
    PerspectiveGridGradTheta: ({ inputs: { dgrid, theta }, attrs: { alignCorners }, backend, shape }) => {
      const [dgridValues, thetaValues] = [floats(backend, dgrid), floats(backend, theta)];
      return output(backend, shape, perspectiveGridGradTheta(dgridValues, dgrid.shape, thetaValues, alignCorners));
    },
    PerspectiveSample: ({ inputs: { image, theta }, attrs, backend, shape }) =>
      output(backend, shape, perspectiveSample(pixels(backend, image), image.shape, floats(backend, theta), attrs)),
    PerspectiveSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) => {
      const dimage = perspectiveSampleGradImage(floats(backend, dy), dy.shape, floats(backend, theta), attrs);
      return output(backend, shape, dimage);
    },
    PerspectiveSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) => {
      const [dyValues, thetaValues] = [floats(backend, dy), floats(backend, theta)];
      const imageValues = pixels(backend, image);
      const dtheta = perspectiveSampleGradTheta(dyValues, dy.shape, imageValues, image.shape, thetaValues, attrs);
      return output(backend, shape, dtheta);
    },
    BoxToTheta: ({ inputs: { boxes }, backend, shape }) => {
      const theta = new Float32Array(shape[0] * shape[1] * shape[2]);
      writeThetas(theta, floats(backend, boxes), shape[1]);
      return output(backend, shape, theta);
    },
    BoxToThetaGradBoxes: ({ inputs: { dtheta }, backend, shape }) => {
      const dboxes = new Float32Array(shape[0] * shape[1]);
      writeBoxGradients(dboxes, floats(backend, dtheta), shape[1] / 2);
      return output(backend, shape, dboxes);
    },
  },
};

function moving(backend: MathBackendCPU, grid: TensorInfo, tangent: TensorInfo): MovingGrid {
  return { grid: floats(backend, grid), tangent: floats(backend, tangent), shape: grid.shape };
}

function floats(backend: MathBackendCPU, { dataId }: TensorInfo): Float32Array {
  return backend.data.get(dataId).values as Float32Array;
}

/** Where a tap reads is kept as an int32, so an image may have at most 2^31 - 1 values. */
const MOST_VALUES = 2 ** 31 - 1;

function pixels(backend: MathBackendCPU, { dataId, shape }: TensorInfo): ImageArray {
  const values = backend.data.get(dataId).values as ImageArray;
  if (values.length <= MOST_VALUES) return values;
  throw new CropError('UNSUPPORTED', {
    what: 'backend-cpu: image',
    got: `${values.length} values, of shape [${shape}]`,
    expected: `at most ${MOST_VALUES} values`,
    next: 'Sample it in parts',
  });
}

function output(backend: MathBackendCPU, shape: readonly number[], values: ImageArray): TensorInfo {
  const dtype = values instanceof Float32Array ? 'float32' : values instanceof Int32Array ? 'int32' : 'bool';
  return backend.makeTensorInfo([...shape], dtype, values);
}
