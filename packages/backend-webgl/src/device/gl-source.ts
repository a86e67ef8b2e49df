import { reader } from './kernel-source.js';
import type { Numbers } from './numbers.js';

/** How a shader of our own begins. */
export const GLSL_HEADER: string = `#version 300 es
  precision highp float;
  precision highp int;
  precision highp sampler2D;
  precision highp isampler2D;`;

/** A vertex shader whose three vertices cover the target. */
export const COVER_VERTEX: string = `${GLSL_HEADER}
  void main() {
    gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
  }`;

/** Declares numbers as uniforms. */
export function uniformsSource({ ints, floats }: Numbers): string {
  const declared = (type: string, names: string[]): string => names.map((name) => `uniform ${type} ${name};`).join(' ');
  return `${declared('int', Object.keys(ints))} ${declared('float', Object.keys(floats))}`;
}

/** The function that reads a tensor from a texture with one number per texel, row by row. */
export function textureReader(tensor: string): string {
  return readerSource('sampler2D', 'float', tensor);
}

/** The same for a texture of int32. */
export function intTextureReader(list: string): string {
  return readerSource('isampler2D', 'int', list);
}

function readerSource(sampler: string, type: string, name: string): string {
  return `
    uniform ${sampler} ${name};
    ${type} ${reader(name)}(int at) {
      int width = textureSize(${name}, 0).x;
      int row = at / width;
      return texelFetch(${name}, ivec2(at - row * width, row), 0).r;
    }`;
}
