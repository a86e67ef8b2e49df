import {
  add,
  cast,
  customGrad,
  neg,
  reshape,
  sub,
  sum,
  type Tensor,
  tidy,
  tile,
  where,
  zeros,
} from '@tensorflow/tfjs-core';
import type { SampleAttrs } from '../backend/kernels.js';
import type { FillValue } from '../inputs/fill-value.js';
import { fillChannels, requireFillOf } from '../inputs/fill-value.js';
import { insideWeight, type Sampler, spatialSizes } from './inside-weight.js';
import { linear } from './linear.js';
import { product } from './product.js';

/**
 * Samples, and adds what each channel is filled with: the sample with a fill of 0, and the weight of what lies outside times
 * the fill. So kernels know one number only, and the fill has a gradient: the sum of dy times that weight.
 */
export function filled<A extends SampleAttrs>(
  op: string,
  channelFill: FillValue['channelFill'],
  image: Tensor,
  points: Tensor,
  attrs: A,
  sample: Sampler<A>,
): Tensor {
  const picks = image.dtype !== 'float32' && attrs.mode === 'nearest';
  const fills = channelFill === undefined ? [attrs.fillValue] : channelFill;
  if (picks && Array.isArray(fills)) requireFillOf(op, image.dtype, fills);
  if (channelFill === undefined) return sample(image, points, attrs);

  const channelAxis = attrs.dataFormat === 'NCHW' ? 1 : image.rank - 1;
  const fill = fillChannels(op, channelFill, image.shape[channelAxis]);
  const crops = sample(image, points, attrs);
  if (crops.size === 0) return crops;
  const inside = insideWeight(points, spatialSizes(image.shape, attrs.dataFormat), attrs, sample);
  const outside = linear(
    inside,
    (weight) => sub(1, weight),
    (dy) => neg(dy),
    (weight) => neg(weight),
  );
  const weights = repeated(outside, crops.shape, channelAxis);
  const colours = repeated(fill, crops.shape, channelAxis);
  // Of what picks one pixel nothing is mixed, and integers stay exact.
  if (picks)
    return withoutGradient([weights, colours, crops], () =>
      where(cast(weights, 'bool'), cast(colours, image.dtype), crops),
    );
  return plus(crops, product(weights, colours));
}

/**
 * One number per channel, or one for all of them, of every sample, repeated for the others. Its gradient is the sum. tfjs's webgpu
 * reads a tensor back to tile more than four axes, so there are three: those before the channels, these, and those behind.
 */
function repeated(x: Tensor, shape: readonly number[], channelAxis: number): Tensor {
  const channels = shape[channelAxis];
  const behind = sizeOf(shape.slice(channelAxis + 1));
  const all = [sizeOf(shape.slice(0, channelAxis)), channels, behind];
  const given = x.rank === 1 ? [1, channels, 1] : [all[0], 1, behind];
  const repeats = all.map((length, axis) => length / given[axis]);
  const axes = x.rank === 1 ? [0, 2] : [1];
  return linear(
    x,
    (one) => reshape(tile(reshape(one, given), repeats), [...shape]),
    (dy) => reshape(sum(reshape(dy, all), axes), x.shape),
  );
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** The sum of two tensors of one shape. */
function plus(a: Tensor, b: Tensor): Tensor {
  return tidy(() => customGrad(() => ({ value: add(a, b), gradFunc: (dy: Tensor) => [dy.clone(), dy.clone()] }))(a, b));
}

/** What a step function gives: its gradient is 0. */
function withoutGradient(inputs: Tensor[], step: () => Tensor): Tensor {
  const shapes = inputs.map(({ shape }) => shape);
  return customGrad(() => ({ value: step(), gradFunc: () => shapes.map((shape) => zeros(shape)) }))(...inputs);
}
