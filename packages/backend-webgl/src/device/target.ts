/** What is drawn into: textures of [rows, columns], one for each output of the program. */
export interface Target {
  readonly textures: readonly WebGLTexture[];
  readonly shape: readonly [rows: number, columns: number];
}

/** So many textures of four float32 per texel. */
export function floatTarget(gl: WebGL2RenderingContext, count: number, rows: number, columns: number): Target {
  const textures = Array.from({ length: count }, () => newTexture(gl, gl.RGBA32F, rows, columns));
  return { textures, shape: [rows, columns] };
}

/** A texture that is left bound. */
export function newTexture(gl: WebGL2RenderingContext, format: number, rows: number, columns: number): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, format, columns, rows);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return texture;
}

/** Makes draws go to a target, all of it. */
export function drawInto(gl: WebGL2RenderingContext, { textures, shape: [rows, columns] }: Target): void {
  for (const unit of [0, 1]) {
    const texture = textures[unit] ?? null;
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + unit, gl.TEXTURE_2D, texture, 0);
  }
  gl.drawBuffers(textures.map((_, unit) => gl.COLOR_ATTACHMENT0 + unit));
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
