import { affineGrid, affineSample, crop, gridSample, perspectiveSample, type SampleOptions } from '@cropgrad/core';
import { affineSampleWith, gridSampleWith, type PeerRules } from '@cropgrad/core/backend';
import {
  grad,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  type Tensor5D,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import { type Case, coordinatesOf, type NdArray, type Quantity } from './case.js';
import { channelsLast, inLayout } from './layout.js';

/** Runs a case on the current tfjs backend, through core's public functions and tfjs's own gradients. */
export async function evaluate(c: Case, quantity: Quantity): Promise<ArrayLike<number>> {
  const result = tidy(() => evaluateTensor(c, quantity));
  const data = await result.data();
  const { shape } = result;
  result.dispose();
  const hasChannels = quantity === 'output' || quantity === 'dImage';
  const isChannelsFirst = c.op !== 'affineGrid' && c.options.dataFormat === 'NCHW';
  return hasChannels && isChannelsFirst ? channelsLast({ shape, data }).data : data;
}

/** The same as a tensor, in the case's own layout; to be called in a tidy. */
export function evaluateTensor(c: Case, quantity: Quantity): Tensor {
  const dataFormat = c.op === 'affineGrid' ? undefined : c.options.dataFormat;
  const coordinates = toTensor(coordinatesOf(c));
  // affineGrid has no image; a call of it ignores this one.
  const image = c.op === 'affineGrid' ? coordinates : toTensor(inLayout(c.image, dataFormat));
  if (quantity === 'output') return callCore(c, image, coordinates);
  const dy = toTensor(c.op === 'affineGrid' ? c.dy : inLayout(c.dy, dataFormat));
  if (quantity === 'dImage') return grad((x) => callCore(c, x, coordinates))(image, dy);
  return grad((x) => callCore(c, image, x))(coordinates, dy);
}

/** Calls the function of core that a case is of, with these tensors in place of its own, and these options of a sampler. */
export function callCore(
  c: Case,
  image: Tensor,
  coordinates: Tensor,
  given: SampleOptions & PeerRules = c.options,
): Tensor {
  const { options, rules } = asPublic(given);
  const isPublic = rules.cutoff === undefined && rules.rounding === undefined;
  if (!isPublic && c.op === 'gridSample') {
    return gridSampleWith(image as Tensor4D | Tensor5D, coordinates as Tensor4D | Tensor5D, options, rules);
  }
  if (!isPublic && c.op === 'affineSample') {
    const [a, b, d] = c.size;
    const size: [number, number] | [number, number, number] = c.dimensions === 2 ? [a, b] : [a, b, d];
    return affineSampleWith(image as Tensor4D | Tensor5D, coordinates as Tensor3D, size, options, rules);
  }
  if (!isPublic) throw new TypeError(`${c.op} has no option for its rounding, and none for a cutoff but 1/2`);
  switch (c.op) {
    case 'affineGrid': {
      const theta = coordinates as Tensor3D;
      const [a, b, d] = c.size;
      return c.dimensions === 2 ? affineGrid(theta, [a, b], c.options) : affineGrid(theta, [a, b, d], c.options);
    }
    case 'gridSample':
      return c.dimensions === 2
        ? gridSample(image as Tensor4D, coordinates as Tensor4D, options)
        : gridSample(image as Tensor5D, coordinates as Tensor5D, options);
    case 'affineSample': {
      const theta = coordinates as Tensor3D;
      const [a, b, d] = c.size;
      return c.dimensions === 2
        ? affineSample(image as Tensor4D, theta, [a, b], options)
        : affineSample(image as Tensor5D, theta, [a, b, d], options);
    }
    case 'perspectiveSample': {
      const [a, b] = c.size;
      return perspectiveSample(image as Tensor4D, coordinates as Tensor3D, [a, b], options);
    }
    case 'crop': {
      const boxes = coordinates as Tensor2D;
      const [a, b, d] = c.size;
      return c.dimensions === 2
        ? crop(image as Tensor4D, boxes, [a, b], options)
        : crop(image as Tensor5D, boxes, [a, b, d], options);
    }
  }
}

/** What a case asks for in core's own options, as far as there are any, and the rest. */
function asPublic({ cutoff, rounding, ...options }: SampleOptions & PeerRules): {
  options: SampleOptions;
  rules: PeerRules;
} {
  if (cutoff === 1 / 2) return { options: { ...options, outside: 'fill' }, rules: { ...(rounding && { rounding }) } };
  return { options, rules: { ...(cutoff !== undefined && { cutoff }), ...(rounding && { rounding }) } };
}

/** A float32 tensor that owns its numbers. */
export function toTensor({ shape, data }: NdArray): Tensor {
  return tensor(Float32Array.from(data), [...shape], 'float32');
}
