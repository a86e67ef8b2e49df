import { CropError } from '@cropgrad/core/backend';
import { dispose, Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { align } from './align/align.js';
import type { Picture } from './picture.js';
import { readInit } from './read-init.js';
import { readMask } from './read-mask.js';
import { readPicture } from './read-picture.js';
import { readRegisterOptions } from './read-register-options.js';
import type { RegisterOptions } from './register-options.js';
import type { Registration, Step } from './registration.js';
import { registrationOf } from './registration-of.js';

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
  const steps = registrations('register', moving, fixed, options);
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
  const [registration] = yield* registrations('registerSteps', moving, fixed, options);
  return registration;
}

async function* registrations(
  op: string,
  moving: Picture | Tensor4D,
  fixed: Picture | Tensor4D,
  options: RegisterOptions,
): AsyncGenerator<Step, Registration[]> {
  const { model, metric, signal, onStep, ...given } = readRegisterOptions(op, options);
  signal?.throwIfAborted();
  const owned: Tensor[] = [];
  const own = <T extends Tensor | null>(made: T): T => {
    if (made) owned.push(made);
    return made;
  };
  try {
    const images = { moving: own(readPicture(op, 'moving', moving)), fixed: own(readPicture(op, 'fixed', fixed)) };
    const pairs = images.fixed.shape[0];
    requirePairs(op, images.moving, images.fixed);
    const movingMask = own(readMask(op, 'movingMask', given.movingMask, images.moving));
    const fixedMask = own(readMask(op, 'fixedMask', given.fixedMask, images.fixed));
    const init = await readInit(op, given.init, pairs);
    const steps = align({ ...images, movingMask, fixedMask, model, metric, init });
    try {
      for (;;) {
        const next = await steps.next();
        signal?.throwIfAborted();
        if (next.done) return next.value.map((one) => registrationOf(one, model, images.fixed.shape.slice(1, 3)));
        onStep?.(next.value);
        yield next.value;
      }
    } finally {
      await steps.return([]);
    }
  } finally {
    dispose(owned);
  }
}

function requirePairs(op: string, moving: Tensor, fixed: Tensor): void {
  if (moving.shape[0] === fixed.shape[0]) return;
  throw new CropError('INVALID_SHAPE', {
    what: `${op}: moving`,
    got: `${moving.shape[0]} images for ${fixed.shape[0]} fixed ones`,
    expected: 'as many',
    next: 'Repeat the one image with tf.tile',
  });
}
