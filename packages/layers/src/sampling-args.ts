import { CropError, type CropOptions, type Size2D, type Size3D } from '@cropgrad/core';
import { checkCropOptions, describeValue, readSize } from '@cropgrad/core/backend';
import type { layers, Shape } from '@tensorflow/tfjs-layers';

/** Arguments of every layer of tf.layers: `name`, `trainable`, `inputShape` and so on. */
export type LayerArgs = NonNullable<ConstructorParameters<typeof layers.Layer>[0]>;

/** Options of core's samplers, but for `imageIndex`: crop n reads image n of the batch. */
export interface SamplingOptions extends Omit<CropOptions, 'imageIndex' | 'fillValue'> {
  /** As core's `fillValue`, but finite and no tensor, so that it can be saved. Default 0. */
  fillValue?: number | readonly number[] | undefined;
}

/** Arguments of all layers of this package: those of every tf.layers layer, core's options of sampling, and a size. */
export interface SamplingArgs extends LayerArgs, SamplingOptions {
  /** Height and width of what the layer gives, in pixels; or depth, height and width, for volumes. */
  size: Size2D | Size3D;
}

/** {@link SamplingArgs}, checked and taken apart. */
export interface Sampling {
  size: Size2D | Size3D;
  options: SamplingOptions;
}

/** The keys of {@link LayerArgs}, which tfjs reads and checks itself. */
const LAYER_KEYS: Readonly<Record<keyof LayerArgs, true>> = {
  inputShape: true,
  batchInputShape: true,
  batchSize: true,
  dtype: true,
  name: true,
  trainable: true,
  weights: true,
  inputDType: true,
};

/**
 * Reads the arguments of a layer; `own` are the keys that not all layers of this package have. Throws `INVALID_OPTION` for an
 * unknown option, or one that cannot be saved, and `INVALID_SHAPE` for a wrong size.
 */
export function readSamplingArgs(op: string, args: unknown, own: readonly string[] = []): Sampling {
  const given: [string, unknown][] = Object.entries(Object(args));
  const known = new Set(['size', ...Object.keys(LAYER_KEYS), ...own]);
  const options = Object.fromEntries(given.filter(([key, value]) => !known.has(key) && value !== undefined));
  checkCropOptions(op, options);
  if ('imageIndex' in options) {
    throw new CropError('INVALID_OPTION', {
      what: `${op}: imageIndex`,
      got: describeValue(options.imageIndex),
      expected: 'no imageIndex: crop n of a batch reads image n',
      next: 'Leave it out, or call crop of @cropgrad/core in a layer of your own',
    });
  }
  const fills = [options.fillValue].flat();
  if (!fills.every((fill) => fill === undefined || Number.isFinite(fill))) {
    throw new CropError('INVALID_OPTION', {
      what: `${op}: fillValue`,
      got: describeValue(options.fillValue),
      expected: 'finite numbers, which a saved model can hold',
      next: 'Pass one number for all channels, or one for each',
    });
  }
  const size: unknown = Reflect.get(Object(args), 'size');
  const dimensions = Array.isArray(size) && size.length === 3 ? 3 : 2;
  return { size: readSize(op, 'size', size, dimensions, 1) as [number, number], options };
}

/** The shape of what `size` and `options` make of images of a shape, whose batch may be null. */
export function sampledShape({ size, options }: Sampling, image: Shape): Shape {
  const [batch] = image;
  return options.dataFormat === 'NCHW' ? [batch, image[1], ...size] : [batch, ...size, image[image.length - 1]];
}
