import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { takeArray } from '../memory/scratch';

/** Which images of a gradient are cleared already: none. */
export function createClearedImages(layout: Layout): Pointer<u8> {
  const cleared = takeArray<u8>(layout.batch);
  memory.fill(cleared.at(0), 0, <usize>layout.batch);
  return cleared;
}

/**
 * Sets one image of a gradient to 0, the first time only. Done right before the image is added to, it is still in the
 * cache by then, which the whole batch would not be.
 */
export function clearImage(dimage: Pointer<f32>, cleared: Pointer<u8>, image: i32, layout: Layout): void {
  if (cleared[image] !== 0) return;
  cleared[image] = 1;
  memory.fill(dimage.at(image * layout.batchStride), 0, (<usize>layout.batchStride) << 2);
}
