import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { SAMPLING_MODES } from '../../axis/modes.js';
import { emptyTensor } from '../../device/empty-tensor.js';
import { glProgram, useProgram } from '../../device/gl-program.js';
import { COVER_VERTEX } from '../../device/gl-source.js';
import { gl2Of } from '../../device/gl2-of.js';
import { intTarget, intTexture } from '../../device/int-texture.js';
import { ints, together } from '../../device/numbers.js';
import { drawInto, withOwnDraws } from '../../device/target.js';
import { textureOf } from '../../device/texture-of.js';
import { countOf, extentsOf, type SampleProblem, sampleProblem } from '../../problem.js';
import type { SampleCall } from '../../sample-call.js';
import { variantOf } from '../../variant.js';
import { type TapInputs, withTapInputs } from '../tap-inputs.js';
import { tapLists } from './plan.js';
import { listedGradientFragment, tapPixelsFragment } from './source.js';

/**
 * dy, points → dimage, with one axis, where WebGL cannot blend floats: the pixels of all taps are read back, sorted on the host,
 * and each pixel gathers from its taps. Reading waits for the GPU.
 */
export function gradientByLists(call: SampleCall, dy: TensorInfo): TensorInfo {
  const { backend, attrs, size, imageShape } = call;
  const gl = gl2Of(backend);
  const problem = sampleProblem(attrs, imageShape, size);
  const length = util.sizeFromShape([...imageShape]);
  const pixelsPerImage = countOf(extentsOf(problem.imageSize));
  return withTapInputs(call, problem, dy, (inputs) => {
    const tapPixels = readTapPixels(gl, call, problem, inputs);
    const { starts, listed } = tapLists(tapPixels, problem.images * pixelsPerImage);
    const program = glProgram(gl, COVER_VERTEX, listedGradientFragment(variantOf(problem, call), inputs.numbers));
    const made: WebGLTexture[] = [];
    try {
      for (const list of [starts, listed]) made.push(intTexture(gl, list));
      const result = emptyTensor(backend, length);
      const target = textureOf(backend, result);
      withOwnDraws(gl, () => {
        const textures = { ...inputs.textures, starts: made[0], listed: made[1] };
        const [, resultColumns] = target.shape;
        const own = ints({ resultColumns, resultLength: length, pixelsPerImage });
        drawInto(gl, target);
        useProgram(gl, program, textures, together(inputs.numbers, own));
        gl.drawArrays(gl.TRIANGLES, 0, 3);
      });
      return result;
    } finally {
      for (const texture of made) gl.deleteTexture(texture);
    }
  });
}

/** Which pixel of all images each tap reads, or -1. */
function readTapPixels(
  gl: WebGL2RenderingContext,
  call: SampleCall,
  problem: SampleProblem,
  { textures, numbers }: TapInputs,
): Int32Array {
  const tapCount = problem.points * SAMPLING_MODES[problem.attrs.mode].taps ** problem.dimensions;
  const target = intTarget(gl, Math.ceil(tapCount / 4));
  const [rows, columns] = target.shape;
  const pixels = new Int32Array(rows * columns * 4);
  try {
    withOwnDraws(gl, () => {
      const program = glProgram(gl, COVER_VERTEX, tapPixelsFragment(variantOf(problem, call), numbers));
      const pixelsPerImage = countOf(extentsOf(problem.imageSize));
      drawInto(gl, target);
      useProgram(gl, program, textures, together(numbers, ints({ columns, tapCount, pixelsPerImage })));
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      gl.readPixels(0, 0, columns, rows, gl.RGBA_INTEGER, gl.INT, pixels);
    });
  } finally {
    gl.deleteTexture(target.textures[0]);
  }
  return pixels;
}
