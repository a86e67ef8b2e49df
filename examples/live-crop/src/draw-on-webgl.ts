import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** A triangle that is larger than the canvas. */
const VERTEX = `#version 300 es
void main() {
  vec2 corner = vec2(gl_VertexID == 1, gl_VertexID == 2);
  gl_Position = vec4(4.0 * corner - 1.0, 0.0, 1.0);
}`;

/** A texel is a pixel of the crop, RGBA from 0 to 255; the first one is at the top. */
const FRAGMENT = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D crop;
uniform vec2 scale;
out vec4 colour;
void main() {
  vec2 size = vec2(textureSize(crop, 0));
  vec2 place = gl_FragCoord.xy * scale;
  colour = vec4(texelFetch(crop, ivec2(place.x, size.y - place.y), 0).rgb / 255.0, 1.0);
}`;

/**
 * Makes what draws crops [1,h,w,4] on the canvas of tfjs's own WebGL context, the one that {@link startWebGL} gave it: the
 * crop is a texture there, and a small shader copies it to the canvas. Nothing is read.
 */
export function drawOnWebGL(): (crop: tf.Tensor4D) => void {
  const gl = (tf.backend() as MathBackendWebGL).gpgpu.gl as WebGL2RenderingContext;
  const program = link(gl);
  const scale = gl.getUniformLocation(program, 'scale');
  return (crop) => {
    const [, height, width] = crop.shape;
    // Four channels and this shape: one texel for each pixel.
    const { texture, tensorRef } = crop.dataToGPU({ customTexShape: [height, width] });
    const { width: columns, height: rows } = gl.canvas;
    gl.useProgram(program);
    gl.bindVertexArray(null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, columns, rows);
    gl.scissor(0, 0, columns, rows);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture ?? null);
    gl.uniform2f(scale, width / columns, height / rows);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    tensorRef.dispose();
  };
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('The WebGL context is lost');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'no program');
  return program;
}
