import { CropError } from '@cropgrad/core';
import { max, min, mul, stack, sub, type Tensor4D, tidy } from '@tensorflow/tfjs-core';

/**
 * Brings a photo and a thumbnail, grey, to one range: -127.5 to 127.5, from the least to the largest value of both. Numbers
 * about 0 keep float32's sums of squares exact, and "next to nothing" means the same for bytes as for values of 0 to 1.
 * Null where all values are equal. Throws `INVALID_INPUT` where one is not finite.
 */
export async function inLevels(
  op: string,
  photo: Tensor4D,
  thumbnail: Tensor4D,
): Promise<{ photo: Tensor4D; thumbnail: Tensor4D } | null> {
  const ends = tidy(() => stack([min(photo), max(photo), min(thumbnail), max(thumbnail)]));
  const read = await ends.data<'float32'>().finally(() => ends.dispose());
  const [low, high] = [Math.min(read[0], read[2]), Math.max(read[1], read[3])];
  if (!Number.isFinite(high - low)) {
    const parts = {
      what: `${op}: photo or thumbnail`,
      got: `values from ${low} to ${high}`,
      expected: 'finite values',
    };
    throw new CropError('INVALID_INPUT', { ...parts, next: 'Replace NaN and infinities, for example by 0' });
  }
  if (high === low) return null;
  const level = (image: Tensor4D): Tensor4D => mul(sub(image, (low + high) / 2), 255 / (high - low));
  return tidy(() => ({ photo: level(photo), thumbnail: level(thumbnail) }));
}
