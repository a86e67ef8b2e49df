import { CropError } from '@cropgrad/core/backend';
import { cast, notEqual, reshape, type Tensor, tidy, tile } from '@tensorflow/tfjs-core';

/** A mask [H,W] or [N,H,W] for images [N,H,W,1], as 0 and 1 in that shape; null for none. A new tensor. Throws `INVALID_SHAPE`. */
export function readMask(op: string, name: string, mask: Tensor | undefined, images: Tensor): Tensor | null {
  if (mask === undefined) return null;
  const [count, ...size] = images.shape.slice(0, -1);
  const wanted = [count, ...size].join();
  const one = mask.shape.join() === size.join() || mask.shape.join() === [1, ...size].join();
  if (!one && mask.shape.join() !== wanted) {
    throw new CropError('INVALID_SHAPE', {
      what: `${op}: ${name}`,
      got: `shape [${mask.shape}]`,
      expected: `[${size}], or [${wanted}]`,
      next: 'A mask has the height and width of its image, and no channels',
    });
  }
  return tidy(() => {
    const whole = reshape(cast(notEqual(mask, 0), 'float32'), [one ? 1 : count, ...size, 1]);
    return tile(whole, [one ? count : 1, ...size.map(() => 1), 1]);
  });
}
