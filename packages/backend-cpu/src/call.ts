import type { SampleAttrs } from '@cropgrad/core/backend';
import { type Axis, createAxis } from './axis/axis.js';
import { AXIS_MODES, type AxisMode } from './axis/mode.js';
import { type Layout, layoutOf } from './layout.js';

/** What a call is about, whatever it computes: the images, the crops, and how the ones are read for the others. */
export interface Call {
  image: Layout;
  crop: Layout;
  /** 2 or 3. */
  dimensions: number;
  /** The axes of the image; z has one pixel in 2-D. */
  x: Axis;
  y: Axis;
  z: Axis;
  mode: AxisMode;
  fillValue: number;
  /** Which image each crop reads. */
  imageIndex: Int32Array;
}

/** Reads the shapes of images and crops, [N,H,W,C] or as `dataFormat` says, and the options. */
export function createCall(imageShape: readonly number[], cropShape: readonly number[], attrs: SampleAttrs): Call {
  const image = layoutOf(imageShape, attrs.dataFormat);
  return {
    image,
    crop: layoutOf(cropShape, attrs.dataFormat),
    dimensions: imageShape.length - 2,
    x: createAxis(image.width, attrs),
    y: createAxis(image.height, attrs),
    z: createAxis(image.depth, attrs),
    mode: AXIS_MODES[attrs.mode],
    fillValue: attrs.fillValue,
    imageIndex: attrs.imageIndex,
  };
}
