import { affineSample, CropError, coverage } from '@cropgrad/core';
import { describeValue } from '@cropgrad/core/backend';
import {
  add,
  mean,
  mul,
  reshape,
  type Scalar,
  serialization,
  type Tensor,
  type Tensor1D,
  type Tensor3D,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import type { LayersModel, LayerVariable, layers, Shape } from '@tensorflow/tfjs-layers';
import { configOfLayers, layersOfConfig, localizationNet, readLocalization } from './localization.js';
import type { SamplingArgs } from './sampling-args.js';
import { argsOfConfig, type CallArgs, requireImage, SamplingLayer, shapesOf } from './sampling-layer.js';

/** Arguments of a {@link SpatialTransformer}. */
export interface SpatialTransformerArgs extends SamplingArgs {
  /**
   * The layers, or the model, that look at the images and say where to look. The transformer flattens their output, and adds the dense
   * layer that makes theta: do not give that one. The transformer owns the layers.
   */
  localization: layers.Layer | readonly layers.Layer[];
  /**
   * Above 0; default 1. theta is the identity plus `thetaScale` times what the net gives. With Adam and similar optimizers, theta moves
   * as if the net's learning rate were multiplied by `thetaScale`; with plain gradient descent, by its square. A smaller value helps
   * to keep the views inside the image, at a learning rate that suits the rest of the model.
   */
  thetaScale?: number | undefined;
}

/**
 * A spatial transformer: a layer with a net of its own that looks at images [B,H,W,C], gives each a theta, and samples the image
 * through it: views [B,h,w,C]. Volumes [B,D,H,W,C] give [B,d,h,w,C]. It starts at the identity, where each view is the whole image.
 *
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { SpatialTransformer } from '@cropgrad/layers';
 * import * as tf from '@tensorflow/tfjs';
 *
 * await tf.setBackend('cpu');
 * const transformer = new SpatialTransformer({ size: [2, 2], localization: [tf.layers.flatten()] });
 * const images = tf.randomUniform([8, 28, 28, 1]);
 * console.log(transformer.apply(images).shape); // [ 8, 2, 2, 1 ]
 * const [first] = await transformer.thetaOf(images).array();
 * console.log(first); // [ [ 1, 0, 0 ], [ 0, 1, 0 ] ]
 * ```
 * @throws `INVALID_OPTION` and `INVALID_SHAPE` for wrong arguments, `INVALID_INPUT` and `INVALID_RANK` for inputs
 * that do not fit, and when it runs what `affineSample` of core throws.
 * @pytorch None: the tutorial on spatial transformers writes a module whose `forward` is `F.affine_grid`, then
 * `F.grid_sample`.
 * @see {@link AffineSampleLayer} takes a theta of your own net.
 * @guide layers
 * @guide spatial-transformer
 */
export class SpatialTransformer extends SamplingLayer {
  /** @internal */
  static className = 'CropgradSpatialTransformer';
  private readonly localization: readonly layers.Layer[];
  private readonly thetaScale: number;
  private net: LayersModel | undefined;

  constructor(args: SpatialTransformerArgs) {
    super('SpatialTransformer', args, ['localization', 'thetaScale']);
    this.localization = readLocalization(args.localization);
    this.thetaScale = readScale(args.thetaScale);
  }

  /** @internal */
  protected override requireInputs(shapes: readonly Shape[]): void {
    requireImage('SpatialTransformer', shapes, ['image'], this.sampling);
  }

  /** @internal */
  override build(inputShape: Shape | Shape[]): void {
    super.build(inputShape);
    const { length } = this.sampling.size;
    this.net = localizationNet(shapesOf(inputShape)[0], this.localization, length * (length + 1));
  }

  /** @internal */
  override call(inputs: Tensor | Tensor[], kwargs: CallArgs): Tensor {
    const [image] = [inputs].flat();
    const { size, options } = this.sampling;
    return tidy(() => affineSample(image, this.thetaOf(image, kwargs), [...size], options));
  }

  /** Where the transformer looks: images [B,H,W,C] give theta [B,2,3]; volumes give [B,3,4]. Throws `INVALID_INPUT` before the layer is built. */
  thetaOf(image: Tensor, kwargs: CallArgs = {}): Tensor3D {
    if (!this.net) {
      throw new CropError('INVALID_INPUT', {
        what: 'SpatialTransformer: thetaOf',
        got: 'a layer without weights',
        expected: 'one that was applied',
        next: 'Put it in a model, or apply it to images, first',
      });
    }
    const net = this.net;
    const { length } = this.sampling.size;
    return tidy(() => {
      const moves = reshape(net.apply(image, kwargs) as Tensor, [-1, length, length + 1]);
      return add(identity(length), mul(moves, this.thetaScale)) as Tensor3D;
    });
  }

  /**
   * How much of each view comes from inside its image: images [B,H,W,C] give [B], from 0 to 1. Log it while you train: at 0
   * the view has left the image, and no gradient leads it back. Throws what {@link thetaOf} throws.
   */
  coverageOf(image: Tensor): Tensor1D {
    const { size, options } = this.sampling;
    const spatial = options.dataFormat === 'NCHW' ? image.shape.slice(2) : image.shape.slice(1, -1);
    return tidy(() => {
      const inside = coverage(this.thetaOf(image), spatial as [number, number], [...size], options);
      return mean(reshape(inside, [image.shape[0], -1]), 1) as Tensor1D;
    });
  }

  /** @internal */
  override get trainableWeights(): LayerVariable[] {
    return this.trainable ? (this.net?.trainableWeights ?? []) : [];
  }

  /** @internal */
  override get nonTrainableWeights(): LayerVariable[] {
    return (this.trainable ? this.net?.nonTrainableWeights : this.net?.weights) ?? [];
  }

  /** @internal */
  override calculateLosses(): Scalar[] {
    return this.net?.calculateLosses() ?? [];
  }

  /** @internal */
  override getConfig(): serialization.ConfigDict {
    const localization = configOfLayers(this.localization);
    return { ...super.getConfig(), localization, thetaScale: this.thetaScale };
  }

  /** @internal */
  static override fromConfig<T extends serialization.Serializable>(
    cls: serialization.SerializableConstructor<T>,
    config: serialization.ConfigDict,
  ): T {
    return new cls({ ...argsOfConfig(config), localization: layersOfConfig(config.localization) });
  }
}

serialization.registerClass(SpatialTransformer);

/** The map from each axis to itself: [1,2,3] in 2-D, [1,3,4] in 3-D. */
function identity(dimensions: number): Tensor {
  const rows = Array.from({ length: dimensions }, (_, row) =>
    Array.from({ length: dimensions + 1 }, (_, column) => (row === column ? 1 : 0)),
  );
  return tensor([rows]);
}

function readScale(value: unknown): number {
  if (value === undefined) return 1;
  if (typeof value === 'number' && value > 0 && value < Number.POSITIVE_INFINITY) return value;
  throw new CropError('INVALID_OPTION', {
    what: 'SpatialTransformer: thetaScale',
    got: describeValue(value),
    expected: 'a finite number above 0',
    next: 'Pass 1, or less to let theta move more slowly',
  });
}
