import type { CropBackend } from '@cropgrad/core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { affineGrid, affineGridGradTheta } from './affine-grid.js';
import { gridSample, gridSampleGradGrid, gridSampleGradImage } from './grid-sample.js';

/**
 * A small, plain and slow backend on the tensors of tfjs's `cpu` backend:
 * bilinear images with zeros around them.
 */
export function plainBackend(): CropBackend<MathBackendCPU> {
  return {
    tfBackend: 'cpu',
    capabilities: {
      modes: ['bilinear'],
      paddingModes: ['zeros'],
      dimensions: [2],
      dataFormats: ['NHWC'],
      imageDtypes: ['float32'],
      precision: 'f32',
    },
    kernels: {
      AffineGrid: affineGrid,
      AffineGridGradTheta: affineGridGradTheta,
      GridSample: gridSample,
      GridSampleGradImage: gridSampleGradImage,
      GridSampleGradGrid: gridSampleGradGrid,
    },
  };
}
