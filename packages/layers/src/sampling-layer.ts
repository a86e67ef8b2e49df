import { CropError } from '@cropgrad/core';
import type { serialization, Tensor } from '@tensorflow/tfjs-core';
import { layers, type Shape, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { readSamplingArgs, type Sampling, type SamplingArgs, sampledShape } from './sampling-args.js';

/** What layers pass on when they run, such as `training`. */
export type CallArgs = Parameters<layers.Layer['call']>[1];

/**
 * A layer that samples images [B,H,W,C], or volumes [B,D,H,W,C], under options of core, and can be saved. tf.layers calls its internal
 * members.
 */
export abstract class SamplingLayer extends layers.Layer {
  /** Checked where the layer is made. @internal */
  protected readonly sampling: Sampling;

  /** `op` names the layer in messages; `own` are the keys that it has beside those of all layers here. */
  protected constructor(op: string, args: SamplingArgs, own: readonly string[] = []) {
    super(args);
    this.sampling = readSamplingArgs(op, args, own);
  }

  /** Refuses a wrong number of inputs, and inputs of wrong rank or length, as far as shapes are known. The image comes first. @internal */
  protected abstract requireInputs(shapes: readonly Shape[]): void;

  /** Builds or runs the layer: symbolic tensors give a symbolic tensor, tensors a tensor. */
  override apply(inputs: SymbolicTensor | SymbolicTensor[], kwargs?: CallArgs): SymbolicTensor;
  override apply(inputs: Tensor | Tensor[], kwargs?: CallArgs): Tensor;
  override apply(inputs: Parameters<layers.Layer['apply']>[0], kwargs?: CallArgs): SymbolicTensor | Tensor {
    return super.apply(inputs, kwargs) as SymbolicTensor | Tensor;
  }

  /** @internal */
  override build(inputShape: Shape | Shape[]): void {
    this.requireInputs(shapesOf(inputShape));
    super.build(inputShape);
  }

  /** @internal */
  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const shapes = shapesOf(inputShape);
    this.requireInputs(shapes);
    return sampledShape(this.sampling, shapes[0]);
  }

  /** @internal */
  override getConfig(): serialization.ConfigDict {
    const { size, options } = this.sampling;
    // What is undefined was left out where the options were read.
    return { ...super.getConfig(), ...(options as serialization.ConfigDict), size: [...size] };
  }

  /** @internal */
  static override fromConfig<T extends serialization.Serializable>(
    cls: serialization.SerializableConstructor<T>,
    config: serialization.ConfigDict,
  ): T {
    return new cls(argsOfConfig(config));
  }
}

/** What a saved model says, as a constructor takes it. */
export function argsOfConfig({ customObjects, ...config }: serialization.ConfigDict): serialization.ConfigDict {
  // tfjs saves what is undefined as null, and NHWC in the lower case of Python's names.
  const given = Object.entries(config).filter(([, value]) => value !== null);
  const { dataFormat, ...args } = Object.fromEntries(given);
  return typeof dataFormat === 'string' ? { ...args, dataFormat: dataFormat.toUpperCase() } : args;
}

/** The shapes of one or more inputs as a list. */
export function shapesOf(inputShape: Shape | Shape[]): Shape[] {
  return Array.isArray(inputShape[0]) ? (inputShape as Shape[]) : [inputShape as Shape];
}

/** Refuses what is not one shape for each of the `names` of inputs (`INVALID_INPUT`), and a wrong rank of the image (`INVALID_RANK`). */
export function requireImage(op: string, shapes: readonly Shape[], names: readonly string[], { size }: Sampling): void {
  if (shapes.length !== names.length) {
    throw new CropError('INVALID_INPUT', {
      what: `${op}: inputs`,
      got: `${shapes.length} of them`,
      expected: names.length === 1 ? names[0] : `[${names.join(', ')}]`,
      next: 'Apply the layer to these, in this order',
    });
  }
  if (shapes[0].length !== size.length + 2) {
    throw new CropError('INVALID_RANK', {
      what: `${op}: image`,
      got: `shape [${shapes[0].map((length) => length ?? 'null')}]`,
      expected: `${size.length + 2} axes, as size is [${size}]: batch, channels, and one for each number of size`,
      next: 'Give images with channels, or a size that fits them',
    });
  }
}
