import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Numbers } from '../device/numbers.js';

/** Half-float textures hold whole numbers to 2048, so an index goes in two parts. */
const PART = 1024;

/**
 * Statements that give `image0`, where the image of crop n begins. Where imageIndex is 0, 1, 2, … or all 0, `imageStep`, 1 or
 * 0, says so and the tensor is not read; else `imageStep` is -1.
 */
export const IMAGE_OF_CROP: string = `
  int imageOfCrop = n * imageStep;
  if (imageStep < 0) {
    imageOfCrop = int(getImageIndex(2 * n) + 0.5) * ${PART} + int(getImageIndex(2 * n + 1) + 0.5);
  }
  int image0 = imageOfCrop * imageStride;`;

/** Runs a kernel with what {@link IMAGE_OF_CROP} reads, which is freed afterwards. */
export function withImageIndex<T>(
  backend: MathBackendWebGL,
  imageIndex: Int32Array,
  use: (imageIndex: TensorInfo, numbers: Numbers) => T,
): T {
  const step = [0, 1].find((one) => imageIndex.every((image, n) => image === n * one)) ?? -1;
  const parts = step < 0 ? Array.from(imageIndex, (image) => [Math.floor(image / PART), image % PART]).flat() : [0];
  const info = backend.makeTensorInfo([parts.length], 'float32', Float32Array.from(parts));
  try {
    return use(info, { ints: { imageStep: step }, floats: {} });
  } finally {
    backend.disposeIntermediateTensorInfo(info);
  }
}
