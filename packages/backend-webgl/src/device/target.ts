/** A texture to draw into, of [rows, columns]. */
export interface Target {
  readonly texture: WebGLTexture;
  readonly shape: readonly [rows: number, columns: number];
}

/** A texture of four float32 per texel. */
export function floatTarget(gl: WebGL2RenderingContext, rows: number, columns: number): Target {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, columns, rows);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return { texture, shape: [rows, columns] };
}

/** Makes draws go to a texture, all of it. */
export function drawInto(gl: WebGL2RenderingContext, { texture, shape: [rows, columns] }: Target): void {
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  gl.viewport(0, 0, columns, rows);
  gl.scissor(0, 0, columns, rows);
}

/**
 * Runs draws of our own with a framebuffer of our own, and brings back what tfjs expects of WebGL's state; the rest it sets
 * itself before each of its draws.
 */
export function withOwnDraws(gl: WebGL2RenderingContext, draw: () => void): void {
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.bindVertexArray(null);
  gl.disable(gl.CULL_FACE);
  try {
    draw();
  } finally {
    gl.enable(gl.CULL_FACE);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.deleteFramebuffer(framebuffer);
  }
}
