import { CropError } from '@cropgrad/core';
import { newTexture, type Target } from './target.js';

/** A texture of int32, row by row. Throws `OUT_OF_MEMORY` where there are too many. */
export function intTexture(gl: WebGL2RenderingContext, values: Int32Array): WebGLTexture {
  const { textures, shape } = make(gl, gl.R32I, values.length);
  const [rows, columns] = shape;
  const padded = new Int32Array(rows * columns);
  padded.set(values);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, columns, rows, gl.RED_INTEGER, gl.INT, padded);
  gl.bindTexture(gl.TEXTURE_2D, null);
  return textures[0];
}

/** A texture of four int32 per texel to draw into, of so many texels or a few more. Throws `OUT_OF_MEMORY`. */
export function intTarget(gl: WebGL2RenderingContext, texels: number): Target {
  return make(gl, gl.RGBA32I, texels);
}

function make(gl: WebGL2RenderingContext, format: number, texels: number): Target {
  const most: number = gl.getParameter(gl.MAX_TEXTURE_SIZE);
  const columns = Math.min(texels, most);
  const rows = Math.ceil(texels / columns);
  if (rows > most) {
    throw new CropError('OUT_OF_MEMORY', {
      what: 'webgl: a texture for the lists of an image gradient',
      got: `${texels} texels`,
      expected: `at most ${most} x ${most}, the largest texture of this device`,
      next: 'Make fewer or smaller crops at a time, or use @cropgrad/backend-wasm or @cropgrad/backend-cpu',
    });
  }
  return { textures: [newTexture(gl, format, rows, columns)], shape: [rows, columns] };
}
