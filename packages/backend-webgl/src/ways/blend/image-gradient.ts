import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { gl2Of } from '../../device/gl2-of.js';
import { glProgram } from '../../device/gl-program.js';
import { together } from '../../device/numbers.js';
import { run } from '../../device/run.js';
import { denseCopy, textureOf } from '../../device/texture-of.js';
import { withImageIndex } from '../../ops/image-of-crop.js';
import { sampleProblem } from '../../problem.js';
import type { SampleCall } from '../../sample-call.js';
import { variantOf } from '../../variant.js';
import { planOf } from './plan.js';
import { SHARE_FRAGMENT, tapVertex } from './source.js';
import { sumOnTexture } from './sum-on-texture.js';

/** dy, points → dimage, with one axis: every tap is drawn onto the texel of its pixel, and the GPU's blending adds them up. */
export function gradientByBlending(call: SampleCall, dy: TensorInfo): TensorInfo {
  const { backend, attrs, points, pointsInfo, size, imageShape } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  const length = util.sizeFromShape([...imageShape]);
  const plan = planOf(problem, length);
  return withImageIndex(backend, attrs.imageIndex, (imageIndex, indexNumbers) => {
    const numbers = together(problem.numbers, indexNumbers);
    const result = run(backend, { tensors: [], functions: '', body: '' }, {}, { ints: {}, floats: {} }, length);
    const copies = { dy: denseCopy(backend, dy), [points]: denseCopy(backend, pointsInfo), imageIndex: denseCopy(backend, imageIndex) };
    try {
      const textures = Object.fromEntries(
        Object.entries(copies).map(([name, copy]) => [name, textureOf(backend, copy).texture]),
      );
      const gl = gl2Of(backend);
      const program = glProgram(gl, tapVertex(variantOf(problem, points), numbers), SHARE_FRAGMENT);
      sumOnTexture(gl, { program, textures, numbers }, plan, textureOf(backend, result));
    } finally {
      for (const copy of Object.values(copies)) backend.disposeIntermediateTensorInfo(copy);
    }
    return result;
  });
}
