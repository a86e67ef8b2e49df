import { CropError } from '@cropgrad/core/backend';
import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import { align } from './align/align.js';
import { readInit } from './read-init.js';
import { readMask } from './read-mask.js';
import { readRegisterOptions } from './read-register-options.js';
import type { RegisterOptions } from './register-options.js';
import type { Registration, Step } from './registration.js';
import { registrationOf } from './registration-of.js';

/**
 * The steps of an alignment, and its results. `read` makes grey images [N,H,W,1] or volumes [N,D,H,W,1] of the inputs. All tensors
 * but the thetas are disposed of, at whichever step it ends.
 */
export async function* registrations<T>(
  op: string,
  read: (op: string, name: string, given: T) => Tensor,
  moving: T,
  fixed: T,
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
    const images = { moving: own(read(op, 'moving', moving)), fixed: own(read(op, 'fixed', fixed)) };
    const pairs = images.fixed.shape[0];
    requirePairs(op, images.moving, images.fixed);
    const movingMask = own(readMask(op, 'movingMask', given.movingMask, images.moving));
    const fixedMask = own(readMask(op, 'fixedMask', given.fixedMask, images.fixed));
    const init = await readInit(op, given.init, pairs, images.fixed.rank - 2);
    const steps = align({ ...images, movingMask, fixedMask, model, metric, init });
    try {
      for (;;) {
        const next = await steps.next();
        signal?.throwIfAborted();
        if (next.done) return next.value.map((one) => registrationOf(one, model, images.fixed.shape.slice(1, -1)));
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
    got: `${moving.shape[0]} moving images for ${fixed.shape[0]} fixed ones`,
    expected: 'one moving image for each fixed one',
    next: 'Repeat a single image with tf.tile',
  });
}
