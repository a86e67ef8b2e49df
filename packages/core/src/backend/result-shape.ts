import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { DataFormat } from '../inputs/options.js';
import type { CropKernelArgs, CropKernelName, OutputSize } from './kernels.js';

/** The shape of each kernel's result, and whether it has channels, so that a layout matters to it. */
export const RESULT: {
  [K in CropKernelName]: {
    shape: (inputs: CropKernelArgs[K]['inputs'], attrs: CropKernelArgs[K]['attrs']) => number[];
    hasChannels: boolean;
  };
} = {
  AffineGrid: {
    shape: ({ theta }, { size }) => [theta.shape[0], ...size, size.length],
    hasChannels: false,
  },
  AffineGridGradTheta: {
    shape: ({ dgrid }, { size }) => [dgrid.shape[0], size.length, size.length + 1],
    hasChannels: false,
  },
  GridSample: {
    shape: ({ image, grid }, { dataFormat }) => cropsShape(image, grid.shape[0], grid.shape.slice(1, -1), dataFormat),
    hasChannels: true,
  },
  GridSampleGradImage: { shape: (_inputs, { imageShape }) => [...imageShape], hasChannels: true },
  GridSampleGradGrid: { shape: ({ grid }) => grid.shape, hasChannels: false },
  GridSampleJvp: {
    shape: ({ image, grid }, { dataFormat }) => cropsShape(image, grid.shape[0], grid.shape.slice(1, -1), dataFormat),
    hasChannels: true,
  },
  GridSampleJvpGradImage: { shape: (_inputs, { imageShape }) => [...imageShape], hasChannels: true },
  GridSampleJvpGradGrid: { shape: ({ grid }) => grid.shape, hasChannels: false },
  AffineSample: {
    shape: ({ image, theta }, { size, dataFormat }) => cropsShape(image, theta.shape[0], size, dataFormat),
    hasChannels: true,
  },
  AffineSampleGradImage: { shape: (_inputs, { imageShape }) => [...imageShape], hasChannels: true },
  AffineSampleGradTheta: { shape: ({ theta }) => theta.shape, hasChannels: false },
  PerspectiveGrid: {
    shape: ({ theta }, { size }) => [theta.shape[0], ...size, size.length],
    hasChannels: false,
  },
  PerspectiveGridGradTheta: { shape: ({ theta }) => theta.shape, hasChannels: false },
  PerspectiveSample: {
    shape: ({ image, theta }, { size, dataFormat }) => cropsShape(image, theta.shape[0], size, dataFormat),
    hasChannels: true,
  },
  PerspectiveSampleGradImage: { shape: (_inputs, { imageShape }) => [...imageShape], hasChannels: true },
  PerspectiveSampleGradTheta: { shape: ({ theta }) => theta.shape, hasChannels: false },
  BoxToTheta: {
    shape: ({ boxes: { shape } }) => [shape[0], shape[1] / 2, shape[1] / 2 + 1],
    hasChannels: false,
  },
  BoxToThetaGradBoxes: { shape: ({ dtheta: { shape } }) => [shape[0], 2 * shape[1]], hasChannels: false },
};

function cropsShape(image: TensorInfo, n: number, size: OutputSize, dataFormat: DataFormat): number[] {
  return dataFormat === 'NCHW' ? [n, image.shape[1], ...size] : [n, ...size, image.shape[image.shape.length - 1]];
}
