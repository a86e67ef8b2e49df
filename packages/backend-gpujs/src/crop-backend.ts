import { type CropBackend, MODES, PADDING_MODES } from '@cropgrad/core';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { DeviceArray } from './device.js';
import type { GpuJsBackend } from './gpujs-backend.js';
import { imageGradient } from './image-gradient.js';
import type { KernelSource } from './kernel-source.js';
import { countOf, extentsOf, outputNumbers, type SampleProblem, sampleProblem, variantOf } from './problem.js';
import { affineGridSource } from './sources/affine-grid-source.js';
import type { Points } from './sources/point-source.js';
import { pointGradientSource, sampleSource } from './sources/sample-source.js';
import { thetaRowsSource, thetaSumSource } from './sources/theta-gradient-source.js';

/** The crop kernels of a tfjs backend that {@link GpuJsBackend} is, under its name. Core casts and transposes for them. */
export function createCropBackend(tfBackend: string): CropBackend<GpuJsBackend> {
  return {
    tfBackend,
    capabilities: {
      modes: MODES,
      paddingModes: PADDING_MODES,
      dimensions: [2, 3],
      dataFormats: ['NHWC'],
      imageDtypes: ['float32'],
      precision: 'f32',
      exactIntegers: 2 ** 24,
      flushesDenormals: true,
    },
    kernels: {
      AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend }) => {
        const shape = [theta.shape[0], ...size, size.length];
        const source = affineGridSource(size.length);
        return run(backend, source, { theta: backend.onDevice(theta) }, outputNumbers(size, alignCorners), shape);
      },
      AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { alignCorners }, backend }) =>
        thetaGradient(backend, backend.onDevice(dgrid), dgrid.shape, alignCorners),
      GridSample: ({ inputs: { image, grid }, attrs, backend }) => {
        const problem = sampleProblem(attrs, image.shape, grid.shape.slice(1, -1));
        return sample(backend, problem, 'grid', image, grid);
      },
      GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend }) => {
        const problem = sampleProblem(attrs, attrs.imageShape, grid.shape.slice(1, -1));
        const array = imageGradient(backend, problem, {
          dy,
          points: 'grid',
          pointsInfo: grid,
          images: attrs.imageShape[0],
        });
        return backend.fromDevice(array, [...attrs.imageShape]);
      },
      GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend }) => {
        const problem = sampleProblem(attrs, image.shape, grid.shape.slice(1, -1));
        return backend.fromDevice(pointGradient(backend, problem, 'grid', dy, image, grid), grid.shape);
      },
      AffineSample: ({ inputs: { image, theta }, attrs, backend }) =>
        sample(backend, sampleProblem(attrs, image.shape, attrs.size), 'theta', image, theta),
      AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend }) => {
        const problem = sampleProblem(attrs, attrs.imageShape, attrs.size);
        const array = imageGradient(backend, problem, {
          dy,
          points: 'theta',
          pointsInfo: theta,
          images: attrs.imageShape[0],
        });
        return backend.fromDevice(array, [...attrs.imageShape]);
      },
      AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend }) => {
        const problem = sampleProblem(attrs, image.shape, attrs.size);
        const dgrid = pointGradient(backend, problem, 'theta', dy, image, theta);
        try {
          const shape = [theta.shape[0], ...attrs.size, problem.dimensions];
          return thetaGradient(backend, dgrid, shape, attrs.alignCorners);
        } finally {
          backend.device.free(dgrid);
        }
      },
    },
  };
}

function sample(
  backend: GpuJsBackend,
  problem: SampleProblem,
  points: Points,
  image: TensorInfo,
  pointsInfo: TensorInfo,
): TensorInfo {
  const { attrs, size, channels, numbers } = problem;
  const shape = [attrs.imageIndex.length, ...size, channels];
  const arrays = { image: backend.onDevice(image), [points]: backend.onDevice(pointsInfo) };
  return withImageIndex(backend, attrs.imageIndex, (imageIndex) =>
    run(backend, sampleSource(variantOf(problem, points)), { ...arrays, imageIndex }, numbers, shape),
  );
}

function pointGradient(
  backend: GpuJsBackend,
  problem: SampleProblem,
  points: Points,
  dy: TensorInfo,
  image: TensorInfo,
  pointsInfo: TensorInfo,
): DeviceArray {
  const { attrs, numbers, dimensions } = problem;
  const inputs = { dy: backend.onDevice(dy), image: backend.onDevice(image), [points]: backend.onDevice(pointsInfo) };
  const source = pointGradientSource(variantOf(problem, points));
  return withImageIndex(backend, attrs.imageIndex, (imageIndex) =>
    backend.device.run(source, { ...inputs, imageIndex }, numbers, problem.points * dimensions),
  );
}

function thetaGradient(
  backend: GpuJsBackend,
  dgrid: DeviceArray,
  gridShape: readonly number[],
  alignCorners: boolean,
): TensorInfo {
  const { device } = backend;
  const size = gridShape.slice(1, -1);
  const numbers = outputNumbers(size, alignCorners);
  const shape = [gridShape[0], size.length, size.length + 1];
  const entries = util.sizeFromShape(shape);
  const rows = countOf(extentsOf(size)) / extentsOf(size).X;
  const rowSums = device.run(thetaRowsSource(size.length), { dgrid }, numbers, entries * rows);
  try {
    return run(backend, thetaSumSource, { rowSums }, numbers, shape);
  } finally {
    device.free(rowSums);
  }
}

function run(
  backend: GpuJsBackend,
  source: KernelSource,
  arrays: Record<string, DeviceArray>,
  numbers: Record<string, number>,
  shape: number[],
): TensorInfo {
  return backend.fromDevice(backend.device.run(source, arrays, numbers, util.sizeFromShape(shape)), shape);
}

function withImageIndex<T>(backend: GpuJsBackend, imageIndex: Int32Array, use: (array: DeviceArray) => T): T {
  const array = backend.device.upload(Float32Array.from(imageIndex));
  try {
    return use(array);
  } finally {
    backend.device.free(array);
  }
}
