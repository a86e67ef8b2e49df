import { CropError } from '@cropgrad/core';
import type { Capabilities, CropBackend } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { affineGrid, affineGridGradTheta } from './affine-grid.js';
import { affineSample, affineSampleGradImage, affineSampleGradTheta } from './affine-sample.js';
import { gridSample, gridSampleGradGrid, gridSampleGradImage } from './grid-sample.js';
import { cropsShape, type ImageArray } from './layout.js';

/** The crop kernels of tfjs's `cpu` backend: everything of the contract, in float64 arithmetic on float32 tensors. */
export const cpuBackend: CropBackend<MathBackendCPU, Capabilities> = {
  contract: 2,
  tfBackend: 'cpu',
  capabilities: {
    sampling: [
      {
        modes: ['bilinear', 'nearest', 'bicubic'],
        paddingModes: ['zeros', 'border', 'reflection'],
        dimensions: [2, 3],
        points: ['grid', 'affine'],
      },
    ],
    dataFormats: ['NHWC', 'NCHW'],
    imageDtypes: ['float32', 'int32', 'bool'],
    precision: 'f32',
    syncReads: true,
    order: 1,
    exactIntegers: 2 ** 31,
  },
  kernels: {
    AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend }) => {
      const grid = affineGrid(floats(backend, theta), theta.shape[0], size, alignCorners);
      return output(backend, grid, [theta.shape[0], ...size, size.length]);
    },
    AffineGridGradTheta: ({ inputs: { dgrid }, attrs, backend }) => {
      const dimensions = dgrid.shape.length - 2;
      const dtheta = affineGridGradTheta(floats(backend, dgrid), dgrid.shape, attrs.alignCorners);
      return output(backend, dtheta, [dgrid.shape[0], dimensions, dimensions + 1]);
    },
    GridSample: ({ inputs: { image, grid }, attrs, backend }) => {
      const crops = gridSample(pixels(backend, image), image.shape, floats(backend, grid), grid.shape, attrs);
      return output(backend, crops, cropsShape(image.shape, grid.shape[0], grid.shape.slice(1, -1), attrs.dataFormat));
    },
    GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend }) => {
      const dimage = gridSampleGradImage(floats(backend, dy), dy.shape, floats(backend, grid), grid.shape, attrs);
      return output(backend, dimage, attrs.imageShape);
    },
    GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend }) => {
      const [dyValues, gridValues] = [floats(backend, dy), floats(backend, grid)];
      const imageValues = pixels(backend, image);
      const dgrid = gridSampleGradGrid(dyValues, dy.shape, imageValues, image.shape, gridValues, grid.shape, attrs);
      return output(backend, dgrid, grid.shape);
    },
    AffineSample: ({ inputs: { image, theta }, attrs, backend }) => {
      const crops = affineSample(pixels(backend, image), image.shape, floats(backend, theta), attrs);
      return output(backend, crops, cropsShape(image.shape, theta.shape[0], attrs.size, attrs.dataFormat));
    },
    AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend }) => {
      const dimage = affineSampleGradImage(floats(backend, dy), dy.shape, floats(backend, theta), attrs);
      return output(backend, dimage, attrs.imageShape);
    },
    AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend }) => {
      const [dyValues, thetaValues] = [floats(backend, dy), floats(backend, theta)];
      const imageValues = pixels(backend, image);
      const dtheta = affineSampleGradTheta(dyValues, dy.shape, imageValues, image.shape, thetaValues, attrs);
      return output(backend, dtheta, theta.shape);
    },
  },
};

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

function output(backend: MathBackendCPU, values: Float32Array, shape: readonly number[]): TensorInfo {
  return backend.makeTensorInfo([...shape], 'float32', values);
}
