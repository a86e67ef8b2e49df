import type { Texture } from 'gpu.js';

/**
 * The first numbers of a gpu.js texture, one per texel. gpu.js's own `toArray` would read four per texel, and keep a
 * framebuffer for every size it ever saw.
 */
export function readTexture(source: Texture, length: number): Float32Array {
  const { context: gl, texture, size } = source as TextureInternals;
  const [width, height] = size;
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const isTight = 'RED' in gl && gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_FORMAT) === gl.RED;
  const perTexel = isTight ? 1 : 4;
  const pixels = new Float32Array(width * height * perTexel);
  gl.readPixels(0, 0, width, height, isTight ? gl.RED : gl.RGBA, gl.FLOAT, pixels);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.deleteFramebuffer(framebuffer);
  if (perTexel === 1) return pixels.slice(0, length);
  return Float32Array.from({ length }, (_, i) => pixels[perTexel * i]);
}

/** What gpu.js's textures have, by any type it declares. */
type TextureInternals = Texture & {
  context: WebGLRenderingContext | WebGL2RenderingContext;
  texture: WebGLTexture;
  size: ArrayLike<number> & Iterable<number>;
};
