import { affineSample, CropError, perspectiveSample } from '@cropgrad/core';
import { describeValue } from '@cropgrad/core/backend';
import {
  addN,
  dispose,
  mul,
  reshape,
  type Scalar,
  type Tensor,
  type Tensor3D,
  type Tensor4D,
  tensor1d,
  tensor3d,
  tidy,
  train,
  variable,
} from '@tensorflow/tfjs-core';
import { generators } from './algebra/generators.js';
import { identity, multiply } from './algebra/matrix.js';
import { MODELS, type Model } from './model.js';
import { readInit } from './read-init.js';

/** Options of {@link registerByGradient}. */
export interface GradientOptions {
  /** The loss, which is small when the warped moving image [1,h,w,C] fits the fixed one [1,h,w,C]: a scalar that tfjs can differentiate. */
  loss: (warped: Tensor4D, fixed: Tensor4D) => Scalar;
  /** What may be done to the moving image. Default `'similarity'`. */
  model?: Model;
  /** How many steps of Adam are taken. Default 200. */
  steps?: number;
  /** Adam's learning rate: about how far a step moves theta's entries. Default 0.01. */
  rate?: number;
  /** How many times as wide each sample is at first, so that it sees far. Falls to 1 halfway. Default 8; 1 is a plain sample. */
  widen?: number;
  /** The theta to start with: [1,2,3] or [1,3,3]. */
  init?: Tensor3D;
  /** Aborts: the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Called after every step with its loss. */
  onStep?: (step: number, loss: number) => void;
}

/**
 * Aligns a moving image [H,W,C] to a fixed one [h,w,C] by the gradients of your own loss: Adam on the entries of theta, with samples
 * that are wide at first. Use it for losses that no metric fits, such as the distance between the features of a network. It takes
 * hundreds of steps where {@link register} takes ten, finds only what is near, and does not say whether the result is right. Needs a
 * backend with gradients, and tfjs's own gradients for the ops in your loss. The theta, [1,2,3] or [1,3,3], is yours to dispose.
 *
 * @param moving - [H,W,C]
 * @param fixed - [h,w,C]
 * @returns Theta [1,2,3] or [1,3,3], and the last loss.
 * @throws `INVALID_OPTION`, what core's samplers throw, and the signal's reason.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { crop } from '@cropgrad/core';
 * import { registerByGradient } from '@cropgrad/register';
 * import * as tf from '@tensorflow/tfjs';
 *
 * await tf.setBackend('cpu');
 * const spots = tf.randomUniform<tf.Rank.R4>([1, 8, 8, 1], 0, 1, 'float32', 1);
 * const moving = crop(spots, [[-1, -1, 1, 1]], [24, 24], { mode: 'bicubic', paddingMode: 'border' });
 * const fixed = crop(moving, [[-0.9, -1, 1.1, 1]], [24, 24], { paddingMode: 'border' });
 *
 * const loss = (a: tf.Tensor, b: tf.Tensor): tf.Scalar => tf.losses.meanSquaredError(b, a);
 * const options = { loss, model: 'translation', steps: 40, widen: 4 } as const;
 * const { theta } = await registerByGradient(tf.squeeze(moving, [0]), tf.squeeze(fixed, [0]), options);
 * console.log(Array.from(await theta.data(), (entry) => entry.toFixed(1)).join(' ')); // 1.0 0.0 0.1 0.0 1.0 0.0
 * ```
 * @pytorch None. By hand: `torch.optim.Adam` on theta. `kornia.geometry.ImageRegistrator` does so on a pyramid of
 * images.
 * @see {@link register} is faster, and says whether the result is right.
 * @guide align-two-photos
 * @guide learn-a-crop
 */
export async function registerByGradient(
  moving: Tensor3D,
  fixed: Tensor3D,
  options: GradientOptions,
): Promise<{ theta: Tensor3D; loss: number }> {
  const { loss, model = 'similarity', steps = 200, rate = 0.01, widen = 8, signal, onStep } = options;
  const op = 'registerByGradient';
  requireOption(`${op}: loss`, loss, typeof loss === 'function', 'a function of the warped image and the fixed one');
  requireOption(`${op}: model`, model, MODELS.includes(model), MODELS.join(', '));
  requireOption(`${op}: steps`, steps, Number.isInteger(steps) && steps > 0, 'a whole number of at least 1');
  requireOption(`${op}: widen`, widen, widen >= 1 && Number.isFinite(widen), 'a number of at least 1');
  signal?.throwIfAborted();
  const [first] = (await readInit(op, options.init, 1)) ?? [identity(3)];
  const size = fixed.shape.slice(0, 2);
  const square = model === 'homography' || first[6] !== 0 || first[7] !== 0;
  const bases = generators(model, size).map((generator) => multiply(first, generator));
  const parameters = bases.map(() => tidy(() => variable(tensor1d([0]))));
  const optimizer = train.adam(rate);
  const thetaNow = (): Tensor3D => {
    const entry = (matrix: Float64Array): Tensor3D =>
      tensor3d(Float32Array.from(matrix.subarray(0, square ? 9 : 6)), [1, square ? 3 : 2, 3]);
    const changes = parameters.map((parameter, k) => mul<Tensor3D>(reshape(parameter, [1, 1, 1]), entry(bases[k])));
    return addN([entry(first), ...changes]);
  };
  const owned: Tensor[] = tidy(() => [moving, fixed].map((image) => reshape(image, [1, ...image.shape])));
  const [source, target] = owned as [Tensor4D, Tensor4D];
  try {
    let last = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const width = Math.max(1, widen ** (1 - (2 * step) / steps));
      const antialias = width > 1 ? { widen: width } : false;
      const cost = optimizer.minimize(
        () => {
          const theta = thetaNow();
          const how = { antialias, paddingMode: 'border' } as const;
          const warped = square ? perspectiveSample(source, theta, size, how) : affineSample(source, theta, size, how);
          return loss(warped, target);
        },
        true,
        parameters,
      );
      if (!cost) throw new Error('tfjs gave no loss');
      [last] = await cost.data();
      cost.dispose();
      signal?.throwIfAborted();
      onStep?.(step, last);
    }
    return { theta: tidy(thetaNow), loss: last };
  } finally {
    dispose(owned);
    for (const parameter of parameters) parameter.dispose();
    optimizer.dispose();
  }
}

function requireOption(what: string, got: unknown, fits: boolean, expected: string): void {
  if (fits) return;
  throw new CropError('INVALID_OPTION', { what, got: describeValue(got), expected, next: 'See GradientOptions' });
}
