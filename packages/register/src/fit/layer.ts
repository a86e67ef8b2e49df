import { concat, mul, reshape, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';

/** Images of one size, each with a second channel that is 1 where it may be looked at and 0 elsewhere. */
export interface Layer {
  /** [N,2,h,w] or [N,2,d,h,w]. */
  readonly pixels: Tensor;
  /** [h,w] or [d,h,w]. */
  readonly size: readonly number[];
}

/**
 * A layer of images [N,h,w,1] or [N,d,h,w,1], and of masks of the same shape or of one image, that leaves out so many of its
 * outermost pixels besides. A moving image needs a margin of 1 to say which points lie inside of it, and a fixed one for its slopes.
 */
export function layerOf(images: Tensor, masks: Tensor | null, margin: number): Layer {
  const [count, ...spatial] = images.shape;
  const size = spatial.slice(0, -1);
  const pixels = tidy(() => {
    const frame = tensor(insideOf(size, margin), [1, 1, ...size], 'float32');
    const ones = tensor(new Float32Array(count).fill(1), [count, 1, ...size.map(() => 1)]);
    const allowed = masks ? mul(frame, reshape(masks, [masks.shape[0], 1, ...size])) : frame;
    return concat([reshape(images, [count, 1, ...size]), mul(allowed, ones)], 1);
  });
  return { pixels, size };
}

/** 1 for each pixel that is at least `margin` pixels away from every edge, and 0 for all others. */
function insideOf(size: readonly number[], margin: number): Float32Array {
  let inner = Float32Array.of(1);
  for (const length of [...size].reverse()) {
    const outer = new Float32Array(length * inner.length);
    for (let i = margin; i < length - margin; i++) outer.set(inner, i * inner.length);
    inner = outer;
  }
  return inner;
}
