import { affineSample } from '@cropgrad/core';
import { reshape, serialization, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { Shape } from '@tensorflow/tfjs-layers';
import { requireNumbers } from './require-numbers.js';
import type { SamplingArgs } from './sampling-args.js';
import { requireImage, SamplingLayer } from './sampling-layer.js';

/**
 * `affineSample` of core as a layer: images [B,H,W,C] and theta [B,2,3] or [B,6] give [B,h,w,C]; volumes [B,D,H,W,C] and theta
 * [B,3,4] or [B,12] give [B,d,h,w,C]. Apply it to `[images, theta]`. Gradients flow to both.
 *
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { AffineSampleLayer } from '@cropgrad/layers';
 * import * as tf from '@tensorflow/tfjs';
 *
 * await tf.setBackend('cpu');
 * const layer = new AffineSampleLayer({ size: [1, 4] });
 * const image = tf.tensor4d([0, 1, 2, 3], [1, 1, 4, 1]);
 * const theta = tf.tensor2d([[-1, 0, 0, 0, 1, 0]]); // mirrors left and right
 * console.log(Array.from(await layer.apply([image, theta]).data())); // [ 3, 2, 1, 0 ]
 * ```
 * @throws `INVALID_OPTION` and `INVALID_SHAPE` for wrong arguments, `INVALID_INPUT`, `INVALID_RANK` and
 * `INVALID_SHAPE` for inputs that do not fit, and when it runs what `affineSample` throws.
 * @pytorch None: a module whose `forward` is `F.affine_grid`, then `F.grid_sample`.
 * @see {@link CropLayer} takes boxes; {@link SpatialTransformer} has a net that makes the theta.
 * @guide layers
 */
export class AffineSampleLayer extends SamplingLayer {
  /** @internal */
  static className = 'CropgradAffineSample';

  constructor(args: SamplingArgs) {
    super('AffineSampleLayer', args);
  }

  /** @internal */
  protected override requireInputs(shapes: readonly Shape[]): void {
    const { length } = this.sampling.size;
    requireImage('AffineSampleLayer', shapes, ['image', 'theta'], this.sampling);
    requireNumbers('AffineSampleLayer: theta', shapes[1], [[length, length + 1], [length * (length + 1)]]);
  }

  /** @internal */
  override call(inputs: Tensor | Tensor[]): Tensor {
    const [image, theta] = [inputs].flat();
    const { size, options } = this.sampling;
    return tidy(() => {
      const maps = theta.rank === 2 ? reshape(theta, [-1, size.length, size.length + 1]) : theta;
      return affineSample(image, maps, [...size], options);
    });
  }
}

serialization.registerClass(AffineSampleLayer);
