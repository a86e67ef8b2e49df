import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { emptyTensor } from '../../device/empty-tensor.js';
import { glProgram } from '../../device/gl-program.js';
import { gl2Of } from '../../device/gl2-of.js';
import { textureOf } from '../../device/texture-of.js';
import { sampleProblem } from '../../problem.js';
import type { SampleCall } from '../../sample-call.js';
import { variantOf } from '../../variant.js';
import { withTapInputs } from '../tap-inputs.js';
import { planOf } from './plan.js';
import { TAP_FRAGMENT, tapVertex } from './source.js';
import { sumOnTexture } from './sum-on-texture.js';

/** dy, points → dimage, with one axis: every tap is drawn onto the texel of its pixel, and the GPU's blending adds them up. */
export function gradientByBlending(call: SampleCall, dy: TensorInfo): TensorInfo {
  const { backend, attrs, size, imageShape } = call;
  const gl = gl2Of(backend);
  const problem = sampleProblem(attrs, imageShape, size);
  const length = util.sizeFromShape([...imageShape]);
  const plan = planOf(problem, length);
  return withTapInputs(call, problem, dy, ({ textures, numbers }) => {
    const program = glProgram(gl, tapVertex(variantOf(problem, call), numbers), TAP_FRAGMENT);
    const result = emptyTensor(backend, length);
    sumOnTexture(gl, { program, textures, numbers }, plan, textureOf(backend, result));
    return result;
  });
}
