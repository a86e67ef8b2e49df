import type { SampleAttrs } from '@cropgrad/core/backend';
import { type Axis, type AxisAttrs, createAxis } from './axis/axis.js';
import { AXIS_MODES, type AxisMode } from './axis/mode.js';
import { type Layout, layoutOf } from './layout.js';

/** The parts of every call, whatever it computes: the images, the crops, and how the images are read for the crops. */
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
  /** Whether outputs are filtered over the pixels that they cover; their axes have the filter. */
  antialias: boolean;
  /** Whether a point among four pixels, or eight voxels, reads just them, each with a weight linear along every axis. */
  linear: boolean;
  fillValue: number;
  /** Which image each crop reads. */
  imageIndex: Int32Array;
}

/** Reads the shapes of images and crops, [N,H,W,C] or as `dataFormat` says, and the options. */
export function createCall(
  imageShape: readonly number[],
  cropShape: readonly number[],
  attrs: SampleAttrs & AxisAttrs,
): Call {
  const image = layoutOf(imageShape, attrs.dataFormat);
  const mode = AXIS_MODES[attrs.mode];
  const antialias = attrs.antialias !== undefined && attrs.antialias > 0;
  return {
    image,
    crop: layoutOf(cropShape, attrs.dataFormat),
    dimensions: imageShape.length - 2,
    x: createAxis(image.width, attrs),
    y: createAxis(image.height, attrs),
    z: createAxis(image.depth, attrs),
    mode,
    antialias,
    linear: mode.linear && !antialias,
    fillValue: attrs.fillValue,
    imageIndex: attrs.imageIndex,
  };
}
