import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** The kinds of objects that are counted. */
export const COUNTED = ['Texture', 'Framebuffer', 'Program', 'Shader', 'Buffer', 'VertexArray'] as const;

/** What WebGL has created and not deleted from now on, by kind: the counts change as it does. */
export function countObjects({ gpgpu }: MathBackendWebGL): Record<string, number> {
  const counts: Record<string, number> = {};
  const gl = gpgpu.gl as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const kind of COUNTED) {
    counts[kind] = 0;
    for (const [verb, step] of [['create', 1] as const, ['delete', -1] as const]) {
      const original = gl[verb + kind];
      Object.defineProperty(gl, verb + kind, {
        configurable: true,
        value: (...args: unknown[]) => {
          if (verb === 'create' || args[0]) counts[kind] += step;
          return original.apply(gl, args);
        },
      });
    }
  }
  return counts;
}
