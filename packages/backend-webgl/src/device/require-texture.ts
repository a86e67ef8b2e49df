import { CropError } from '@cropgrad/core';
import { webgl_util } from '@tensorflow/tfjs-backend-webgl';
import { env } from '@tensorflow/tfjs-core';

/** Throws `OUT_OF_MEMORY` for a tensor that no texture of this device holds, before anything is made. */
export function requireTexture(what: string, length: number): void {
  const most = env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
  const side = Math.max(...webgl_util.getTextureShapeFromLogicalShape([length]));
  if (side <= most) return;
  throw new CropError('OUT_OF_MEMORY', {
    what: `webgl: a texture for ${what}`,
    got: `${length} numbers`,
    expected: `at most ${most} x ${most}, the largest texture of this device`,
    next: 'Make fewer or smaller crops at a time, or use @cropgrad/backend-wasm or @cropgrad/backend-cpu',
  });
}
