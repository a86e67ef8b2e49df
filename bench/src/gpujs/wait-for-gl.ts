/**
 * Waits until a GL context, if there is one, has done everything. A pixel that is read back is there only then;
 * `finish` does not promise that in browsers.
 */
export function waitForGL(gl: WebGLRenderingContext | WebGL2RenderingContext | undefined): void {
  if (!gl) return;
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}
