import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type Numbers, together } from '../device/numbers.js';
import { denseCopy, textureOf } from '../device/texture-of.js';
import { withImageIndex } from '../ops/image-of-crop.js';
import type { SampleProblem } from '../problem.js';
import { pointTensors, type SampleCall } from '../sample-call.js';

/** What shaders of our own read of a call: see `tapShaderHead`. */
export interface TapInputs {
  readonly textures: Readonly<Record<string, WebGLTexture>>;
  readonly numbers: Numbers;
}

/** Runs something with what its shaders read, which is freed afterwards. */
export function withTapInputs<T>(
  call: SampleCall,
  problem: SampleProblem,
  dy: TensorInfo,
  use: (inputs: TapInputs) => T,
): T {
  const { backend, attrs } = call;
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, indexNumbers) => {
    const copies: TensorInfo[] = [];
    const textureOfCopy = (x: TensorInfo): WebGLTexture => {
      const copy = denseCopy(backend, x);
      copies.push(copy);
      return textureOf(backend, copy).textures[0];
    };
    try {
      const textures = {
        dy: textureOfCopy(dy),
        ...Object.fromEntries(Object.entries(pointTensors(call)).map(([name, info]) => [name, textureOfCopy(info)])),
        imageIndex: textureOfCopy(imageIndex),
      };
      return use({ textures, numbers: together(problem.numbers, indexNumbers) });
    } finally {
      for (const copy of copies) backend.disposeIntermediateTensorInfo(copy);
    }
  });
}
