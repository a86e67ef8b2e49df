import type { Capabilities, CropBackend } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { affineGrid, affineGridGradTheta } from './affine-grid.js';
import { gridSample, gridSampleGradGrid, gridSampleGradImage } from './grid-sample.js';

/**
 * A small, plain and slow backend on the tensors of tfjs's `cpu` backend:
 * bilinear images with zeros around them.
 */
export function plainBackend(): CropBackend<MathBackendCPU, Capabilities> {
  return {
    contract: 2,
    tfBackend: 'cpu',
    capabilities: {
      sampling: [{ modes: ['bilinear'], paddingModes: ['zeros'], dimensions: [2], points: ['grid', 'affine'] }],
      dataFormats: ['NHWC'],
      imageDtypes: ['float32'],
      precision: 'f32',
      syncReads: true,
      order: 1,
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
