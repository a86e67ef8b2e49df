import { CropError, describeValue } from '@cropgrad/core/backend';
import { cast, mean, reshape, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import type { RegisterOptions } from './register-options.js';
import type { Registration } from './registration.js';
import { registrations } from './registrations.js';

/** What may be done to a volume. */
export type VolumeModel = 'translation' | 'rigid' | 'affine';

/** Options of {@link registerVolumes}: those of {@link register} without masks; theta is [1,3,4]. */
export interface VolumeOptions extends Omit<RegisterOptions, 'model' | 'movingMask' | 'fixedMask'> {
  /** What may be done to the moving volume. Default `'rigid'`. */
  model?: VolumeModel;
}

const VOLUME_MODELS: readonly string[] = ['translation', 'rigid', 'affine'];
/** Volumes with a shorter side are refused. */
const SHORTEST = 12;

/**
 * {@link register} for a pair of volumes [D,H,W,C] and [d,h,w,C]; theta is [1,3,4]. It starts at the identity, or at `init`, and
 * finds only what is near: within some 10 degrees, and a tenth of the size.
 *
 * @param moving - [D,H,W,C]
 * @param fixed - [d,h,w,C]
 * @returns Where the fixed volume lies in the moving one.
 * @throws `INVALID_RANK`, `INVALID_SHAPE` and `INVALID_OPTION`, and the signal's reason.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { crop } from '@cropgrad/core';
 * import { registerVolumes } from '@cropgrad/register';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * const spots = tf.randomUniform<tf.Rank.R5>([1, 4, 4, 4, 1], 0, 1, 'float32', 1);
 * const moving = crop(spots, [[-1, -1, -1, 1, 1, 1]], [14, 14, 14], { paddingMode: 'border' });
 * const fixed = crop(moving, [[-0.9, -1, -1, 1.1, 1, 1]], [14, 14, 14]);
 *
 * const [a, b] = [moving, fixed].map((volume) => tf.squeeze<tf.Tensor4D>(volume, [0]));
 * const { found, theta } = await registerVolumes(a, b, { model: 'translation' });
 * const [, , , x] = await theta.data();
 * console.log(found, x.toFixed(2)); // true 0.10
 * ```
 * @pytorch None.
 * @see {@link register} is for images.
 * @guide align-two-photos
 */
export async function registerVolumes(
  moving: Tensor4D,
  fixed: Tensor4D,
  options: VolumeOptions = {},
): Promise<Registration> {
  const op = 'registerVolumes';
  const { model = 'rigid' } = options;
  if (!VOLUME_MODELS.includes(model)) {
    const [got, expected] = [describeValue(model), VOLUME_MODELS.join(', ')];
    throw new CropError('INVALID_OPTION', { what: `${op}: model`, got, expected, next: 'Pass one of these' });
  }
  const steps = registrations(op, readVolume, moving, fixed, { ...options, model });
  try {
    for (;;) {
      const next = await steps.next();
      if (next.done) return next.value[0];
    }
  } finally {
    await steps.return([]);
  }
}

function readVolume(op: string, name: string, volume: Tensor4D): ReturnType<typeof mean> {
  const { shape } = volume;
  if (shape.length !== 4 || Math.min(...shape.slice(0, 3)) < SHORTEST || shape[3] < 1) {
    throw new CropError(shape.length === 4 ? 'INVALID_SHAPE' : 'INVALID_RANK', {
      what: `${op}: ${name}`,
      got: `shape [${shape}]`,
      expected: `[D,H,W,C] of at least ${SHORTEST} voxels a side`,
      next: 'Add a channel axis to a grey volume with tf.expandDims(volume, -1)',
    });
  }
  return tidy(() => reshape(mean(cast(volume, 'float32'), 3), [1, ...shape.slice(0, 3), 1]));
}
