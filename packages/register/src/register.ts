import { Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import type { Picture } from './picture.js';
import { readPicture } from './read-picture.js';
import type { RegisterOptions } from './register-options.js';
import type { Registration, Step } from './registration.js';
import { registrations } from './registrations.js';

/**
 * Aligns a moving image to a fixed one, or each of a batch of pairs [N,H,W,C] and [N,h,w,C].
 *
 * Channels are compared by their mean, alpha is not looked at, and the sizes may differ. The first try is that both images show the same
 * from the same place; where that fails, all of the image is searched for a better beginning. Whether there is
 * an answer is told by how well the slopes of both images agree in every part: `found` and `reason`. Only forward passes are run, and
 * nothing is read synchronously.
 * Throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_SHAPE` and `INVALID_OPTION`, and the signal's reason.
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
 * {@link register} of one pair, step by step: `for await` gives the steps, and the registration is what the generator returns. Who stops in
 * between leaves nothing behind.
 */
export async function* registerSteps(
  moving: Picture,
  fixed: Picture,
  options: RegisterOptions = {},
): AsyncGenerator<Step, Registration> {
  const [registration] = yield* registrations('registerSteps', readPicture, moving, fixed, options);
  return registration;
}
