import { CropError } from '@cropgrad/core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** The WebGL 2 context of tfjs's backend. Throws `NO_DEVICE` where there is only WebGL 1. */
export function gl2Of(backend: MathBackendWebGL): WebGL2RenderingContext {
  const { gl } = backend.gpgpu;
  if (typeof WebGL2RenderingContext !== 'undefined' && gl instanceof WebGL2RenderingContext) return gl;
  throw new CropError('NO_DEVICE', {
    what: "webgl: the context of tfjs's backend",
    got: 'WebGL 1',
    expected: 'WebGL 2',
    next: 'Use a browser with WebGL 2, or @cropgrad/backend-wasm or @cropgrad/backend-cpu',
  });
}

/** Whether float32 textures can be drawn into and blended. */
export function canBlend(gl: WebGL2RenderingContext): boolean {
  return gl.getExtension('EXT_color_buffer_float') !== null && gl.getExtension('EXT_float_blend') !== null;
}
