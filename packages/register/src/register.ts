import { Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import type { Picture } from './picture.js';
import { readPicture } from './read-picture.js';
import type { RegisterOptions } from './register-options.js';
import type { Registration, Step } from './registration.js';
import { registrations } from './registrations.js';

/**
 * Aligns a moving image to a fixed one, or each of a batch of pairs [N,H,W,C] and [N,h,w,C].
 *
 * Channels are compared by their mean, alpha is ignored, and the sizes may differ. The first try assumes that both images show the same
 * from the same place. If it fails, the whole image is searched for a better start. `found` and `reason` say whether the answer is
 * reliable: it is if the slopes of both images agree in every part. It runs forward passes only, and reads nothing synchronously.
 *
 * @param moving - [H,W,C], or pixels; or [N,H,W,C]
 * @param fixed - [h,w,C], or pixels; or [N,h,w,C]
 * @returns Where the fixed image lies in the moving one; of a batch, one for each pair.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_SHAPE` and `INVALID_OPTION`, and the signal's reason.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { crop } from '@cropgrad/core';
 * import { register } from '@cropgrad/register';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * const spots = tf.randomUniform<tf.Rank.R4>([1, 8, 8, 1], 0, 1, 'float32', 1);
 * const moving = crop(spots, [[-1, -1, 1, 1]], [48, 48], { mode: 'bicubic', paddingMode: 'border' });
 * const fixed = crop(moving, [[-0.9, -1, 1.1, 1]], [48, 48]); // moved by a tenth of half the image
 *
 * const { found, theta } = await register(tf.squeeze(moving, [0]), tf.squeeze(fixed, [0]), { model: 'translation' });
 * const [, , x] = await theta.data();
 * console.log(found, x.toFixed(2)); // true 0.10
 * ```
 * @pytorch None. `kornia.geometry.ImageRegistrator` is like {@link registerByGradient}.
 * @see {@link registerSteps} shows each step; {@link findCrop} finds a thumbnail in a photo; `affineSample` of
 * `@cropgrad/core` takes the theta.
 * @guide align-two-photos
 */
export function register(moving: Picture, fixed: Picture, options?: RegisterOptions): Promise<Registration>;
export function register(moving: Tensor4D, fixed: Tensor4D, options?: RegisterOptions): Promise<Registration[]>;
export async function register(
  moving: Picture | Tensor4D,
  fixed: Picture | Tensor4D,
  options: RegisterOptions = {},
): Promise<Registration | Registration[]> {
  const steps = registrations('register', readPicture, moving, fixed, options);
  try {
    for (;;) {
      const next = await steps.next();
      if (!next.done) continue;
      const [first] = next.value;
      return fixed instanceof Tensor && fixed.rank === 4 ? next.value : first;
    }
  } finally {
    await steps.return([]);
  }
}

/**
 * {@link register} of one pair, step by step: `for await` gives the steps, and the generator returns the registration. If you stop in
 * between, no tensor is left behind.
 *
 * @param moving - [H,W,C], or pixels
 * @param fixed - [h,w,C], or pixels
 * @returns A generator of steps, which returns the registration.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { crop } from '@cropgrad/core';
 * import { registerSteps } from '@cropgrad/register';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * const spots = tf.randomUniform<tf.Rank.R4>([1, 8, 8, 1], 0, 1, 'float32', 1);
 * const moving = crop(spots, [[-1, -1, 1, 1]], [48, 48], { mode: 'bicubic', paddingMode: 'border' });
 * const fixed = crop(moving, [[-0.9, -1, 1.1, 1]], [48, 48]);
 *
 * const stages = new Set<string>();
 * for await (const { stage } of registerSteps(tf.squeeze(moving, [0]), tf.squeeze(fixed, [0]))) stages.add(stage);
 * console.log(...stages); // first finish
 * ```
 * @pytorch None.
 * @see {@link register} does it all at once.
 * @guide align-two-photos
 */
export async function* registerSteps(
  moving: Picture,
  fixed: Picture,
  options: RegisterOptions = {},
): AsyncGenerator<Step, Registration> {
  const [registration] = yield* registrations('registerSteps', readPicture, moving, fixed, options);
  return registration;
}
