import { env } from '@tensorflow/tfjs-core';

/**
 * What tfjs's textures hold on this device: float32, or half floats where float32 cannot be drawn. Shaders calculate in float32
 * everywhere.
 */
export function texturePrecision(): 'f32' | 'f16' {
  return env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') ? 'f32' : 'f16';
}

/** The largest part of a number that storing it in a texture rounds away. */
export function unitOf(precision: 'f32' | 'f16'): number {
  return precision === 'f16' ? 2 ** -11 : 2 ** -24;
}
