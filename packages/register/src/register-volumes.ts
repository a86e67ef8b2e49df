import { CropError, describeValue } from '@cropgrad/core/backend';
import { cast, mean, reshape, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import type { RegisterOptions } from './register-options.js';
import type { Registration } from './registration.js';
import { registrations } from './registrations.js';

/** What may be done to a volume. */
export type VolumeModel = 'translation' | 'rigid' | 'affine';

/** Options of {@link registerVolumes}: those of {@link register}, but for masks, and theta is [1,3,4]. */
export interface VolumeOptions extends Omit<RegisterOptions, 'model' | 'movingMask' | 'fixedMask'> {
  /** What may be done to the moving volume. Default `'rigid'`. */
  model?: VolumeModel;
}

const VOLUME_MODELS: readonly string[] = ['translation', 'rigid', 'affine'];
/** The shortest side that there is anything to align in. */
const SHORTEST = 12;

/**
 * {@link register} for a pair of volumes [D,H,W,C] and [d,h,w,C]; theta is [1,3,4]. It begins at the identity, or at `init`, and
 * searches no farther: some 10 degrees and a tenth of the size are near enough.
 * Throws `INVALID_RANK`, `INVALID_SHAPE` and `INVALID_OPTION`, and the signal's reason.
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
      next: 'Give a grey volume its channel with tf.expandDims(volume, -1)',
    });
  }
  return tidy(() => reshape(mean(cast(volume, 'float32'), 3), [1, ...shape.slice(0, 3), 1]));
}
