import { CropError, crop } from '@cropgrad/core';
import { describeValue } from '@cropgrad/core/backend';
import { serialization, type Tensor } from '@tensorflow/tfjs-core';
import type { Shape } from '@tensorflow/tfjs-layers';
import { requireNumbers } from './require-numbers.js';
import type { SamplingArgs } from './sampling-args.js';
import { requireImage, SamplingLayer } from './sampling-layer.js';

/** Arguments of a {@link CropLayer}. */
export interface CropLayerArgs extends SamplingArgs {
  /** One box (x, y, x2, y2), or (x, y, z, x2, y2, z2) in 3-D, for all images. Without it, boxes are an input. */
  box?: readonly number[] | undefined;
}

/**
 * `crop` of core as a layer: images [B,H,W,C] and boxes [B,4] give crops [B,h,w,C]; volumes [B,D,H,W,C] and boxes [B,6] give
 * [B,d,h,w,C]. Apply it to `[images, boxes]`; or give it a fixed `box`, and apply it to the images alone. Boxes are
 * normalised: (-1, -1, 1, 1) is a whole image. Gradients flow to images and boxes.
 *
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { CropLayer } from '@cropgrad/layers';
 * import * as tf from '@tensorflow/tfjs';
 *
 * await tf.setBackend('cpu');
 * const layer = new CropLayer({ size: [2, 2], box: [-0.5, -0.5, 0.5, 0.5] });
 * const crops = layer.apply(tf.reshape(tf.range(0, 16), [1, 4, 4, 1]));
 * console.log(Array.from(await crops.data())); // [ 5, 6, 9, 10 ]
 * ```
 * @throws `INVALID_OPTION` and `INVALID_SHAPE` for wrong arguments, `INVALID_INPUT`, `INVALID_RANK` and
 * `INVALID_SHAPE` for inputs that do not fit, and when it runs what `crop` throws.
 * @pytorch None: a module whose `forward` is `F.affine_grid`, then `F.grid_sample`.
 * @see {@link AffineSampleLayer} takes thetas; {@link SpatialTransformer} finds its own.
 * @guide layers
 */
export class CropLayer extends SamplingLayer {
  /** @internal */
  static className = 'CropgradCrop';
  private readonly box: readonly number[] | undefined;

  constructor(args: CropLayerArgs) {
    super('CropLayer', args, ['box']);
    const { box } = args;
    if (box !== undefined) requireBox(box, 2 * this.sampling.size.length);
    this.box = box && [...box];
  }

  /** @internal */
  protected override requireInputs(shapes: readonly Shape[]): void {
    requireImage('CropLayer', shapes, this.box ? ['image'] : ['image', 'boxes'], this.sampling);
    if (!this.box) requireNumbers('CropLayer: boxes', shapes[1], [[2 * this.sampling.size.length]]);
  }

  /** @internal */
  override call(inputs: Tensor | Tensor[]): Tensor {
    const [image, boxes] = [inputs].flat();
    const { size, options } = this.sampling;
    return crop(image, this.box ? [this.box] : boxes, [...size], options);
  }

  /** @internal */
  override getConfig(): serialization.ConfigDict {
    return { ...super.getConfig(), ...(this.box && { box: [...this.box] }) };
  }
}

serialization.registerClass(CropLayer);

function requireBox(box: unknown, numbers: number): void {
  if (Array.isArray(box) && box.length === numbers && box.every(Number.isFinite)) return;
  throw new CropError('INVALID_SHAPE', {
    what: 'CropLayer: box',
    got: describeValue(box),
    expected: `${numbers} finite numbers: one corner of the box, and the opposite one`,
    next: 'Normalise pixels with boxesFromPixels, or leave box out and apply the layer to [image, boxes]',
  });
}
