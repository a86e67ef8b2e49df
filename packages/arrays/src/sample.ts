import { affineSample, perspectiveSample } from '@cropgrad/backend-cpu/kernels';
import type { ReadImage } from './image.js';
import type { ReadOptions } from './read-options.js';

/** Crops as the loops give them back: in the layout of the image, with all of its channels. */
export interface Crops {
  values: Uint8Array | Float32Array;
  /** Per pixel of the crops, what `fillValue` still has to be multiplied by and added; undefined where it is in `values`. */
  outside: Uint8Array | Float32Array | undefined;
}

/** The maps of crops, one after the other: [2,3] each, or [3,3]. */
export type Thetas = { kind: 'affine'; entries: Float64Array } | { kind: 'perspective'; entries: Float32Array };

/** Samples an image through thetas. */
export function sample(
  image: ReadImage,
  thetas: Thetas,
  imageIndex: Int32Array,
  size: readonly number[],
  options: ReadOptions,
): Crops {
  const attrs = {
    mode: options.mode,
    paddingMode: options.paddingMode,
    alignCorners: false,
    cutoff: options.outside === 'fill' ? 0.5 : Number.POSITIVE_INFINITY,
    // As in Pillow: the pixel that the centre of the output lies in.
    rounding: 'half-up',
    cubicCoefficient: options.antialias ? -0.5 : -0.75,
    antialias: options.antialias ? 1 : 0,
    size,
  } as const;
  const run = (values: Uint8Array | Float32Array, shape: readonly number[], fillValue: number, index: Int32Array) => {
    const all = { ...attrs, dataFormat: image.layout, fillValue, imageIndex: index };
    return thetas.kind === 'affine'
      ? affineSample(values, shape, thetas.entries, all)
      : perspectiveSample(values, shape, thetas.entries, all);
  };
  const { values, shape, layout, height, width } = image;
  const fill = options.fillValue[0];
  if (options.fillValue.every((one) => one === fill) && holds(values, fill)) {
    return { values: run(values, shape, fill, imageIndex), outside: undefined };
  }
  // An image of zeros with a fill of 1 is the weight of what lies outside.
  const nothing = new Uint8Array(height * width);
  const plane = layout === 'NHWC' ? [1, height, width, 1] : [1, 1, height, width];
  return {
    values: run(values, shape, 0, imageIndex),
    outside: run(nothing, plane, 1, new Int32Array(imageIndex.length)),
  };
}

/** Whether an array like this one, which `nearest` gives back, can hold a number. */
function holds(values: Uint8Array | Float32Array, fill: number): boolean {
  return values instanceof Float32Array || (Number.isInteger(fill) && fill >= 0 && fill <= 255);
}
