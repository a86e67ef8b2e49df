import type { Numbers } from './numbers.js';

/** A WebGL program of our own, beside tfjs's: tfjs's draw one value per pixel and cannot scatter. */
export interface GlProgram {
  readonly program: WebGLProgram;
  /** Where its uniforms are, as far as they were asked for. */
  readonly locations: Map<string, WebGLUniformLocation | null>;
}

/** Programs live as long as their context. */
const programs = new WeakMap<WebGL2RenderingContext, Map<string, GlProgram>>();

/** Compiles a program, or finds the one that was compiled of these texts before. */
export function glProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): GlProgram {
  const known = programs.get(gl) ?? new Map<string, GlProgram>();
  programs.set(gl, known);
  const key = vertex + fragment;
  const found = known.get(key) ?? { program: link(gl, vertex, fragment), locations: new Map() };
  known.set(key, found);
  return found;
}

/** Makes the program the current one, with these textures and uniforms; a program need not read all of them. */
export function useProgram(
  gl: WebGL2RenderingContext,
  { program, locations }: GlProgram,
  textures: Readonly<Record<string, WebGLTexture>>,
  numbers: Numbers,
): void {
  gl.useProgram(program);
  const locate = (name: string): WebGLUniformLocation | null => {
    const known = locations.get(name);
    if (known !== undefined) return known;
    const location = gl.getUniformLocation(program, name);
    locations.set(name, location);
    return location;
  };
  Object.entries(textures).forEach(([name, texture], unit) => {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.uniform1i(locate(name), unit);
  });
  for (const [name, value] of Object.entries(numbers.ints)) gl.uniform1i(locate(name), value);
  for (const [name, value] of Object.entries(numbers.floats)) gl.uniform1f(locate(name), value);
}

function link(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'No program');
  return program;
}

function compile(gl: WebGL2RenderingContext, type: number, text: string): WebGLShader {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('WebGL makes no shader');
  gl.shaderSource(shader, text);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? 'No shader');
  return shader;
}
