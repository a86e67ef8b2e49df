import '../../src/index.js';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';

/** A kind of device, as far as this one can pass for it. */
export interface Variant {
  /** What textures hold. */
  readonly precision: 'f32' | 'f16';
  /** Whether float32 textures can be blended. */
  readonly blends: boolean;
}

/** Starts tfjs's webgl backend as it were on such a device. It stays one as long as the page: call it once. */
export async function startWebGL({ precision, blends }: Variant): Promise<MathBackendWebGL> {
  if (precision === 'f16') tf.env().set('WEBGL_FORCE_F16_TEXTURES', true);
  if (!blends) {
    const { getExtension } = WebGL2RenderingContext.prototype;
    Object.defineProperty(WebGL2RenderingContext.prototype, 'getExtension', {
      value(name: string): unknown {
        return name === 'EXT_float_blend' ? null : Reflect.apply(getExtension, this, [name]);
      },
    });
  }
  await tf.setBackend('webgl');
  const backend = tf.backend() as MathBackendWebGL;
  const { gl } = backend.gpgpu;
  expect(gl).toBeInstanceOf(WebGL2RenderingContext);
  expect(gl.getExtension('EXT_float_blend') !== null).toBe(blends);
  expect(tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')).toBe(precision === 'f32');
  return backend;
}
