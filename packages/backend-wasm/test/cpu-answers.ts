import * as cpu from '@cropgrad/backend-cpu/kernels';
import type { Answers } from './run-kernels.js';
import type { SampleCase } from './sample-case.js';

/** What the kernels of backend-cpu answer for one case. */
export function cpuAnswers({ attrs, image, theta, thetaShape, grid, gridShape, dy, cropsShape }: SampleCase): Answers {
  const { imageShape, size, alignCorners } = attrs;
  return {
    affineGrid: cpu.affineGrid(theta, thetaShape[0], size, alignCorners),
    affineGridGradTheta: cpu.affineGridGradTheta(grid, gridShape, alignCorners),
    gridSample: Float32Array.from(cpu.gridSample(image, imageShape, grid, gridShape, attrs)),
    gridSampleGradImage: cpu.gridSampleGradImage(dy, cropsShape, grid, gridShape, attrs),
    gridSampleGradGrid: cpu.gridSampleGradGrid(dy, cropsShape, image, imageShape, grid, gridShape, attrs),
    affineSample: Float32Array.from(cpu.affineSample(image, imageShape, theta, attrs)),
    affineSampleGradImage: cpu.affineSampleGradImage(dy, cropsShape, theta, attrs),
    affineSampleGradTheta: cpu.affineSampleGradTheta(dy, cropsShape, image, imageShape, theta, attrs),
  };
}
