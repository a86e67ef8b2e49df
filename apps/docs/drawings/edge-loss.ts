import { affineSample, affineSampleGradTheta } from '@cropgrad/backend-cpu/kernels';
import type { PaddingMode } from '@cropgrad/core';
import { type AffinePointGradientAttrs, writeBoxGradients } from '@cropgrad/core/backend';
import { EDGE_PHOTO } from './edge-photo.js';
import { type Corners, normalisedBox, type Size, thetaOf } from './pixel-box.js';
import { PLAIN_OPTIONS } from './plain-options.js';

/** What is read outside, by the name that a figure gives it; the last one is `outside: 'fill'`. */
export const OUTSIDE_NAMES = ['zeros', 'border', 'reflection', 'wrap', 'border, fill'] as const;
/** One of {@link OUTSIDE_NAMES}. */
export type OutsideName = (typeof OUTSIDE_NAMES)[number];

/** The size [H,W] of the photo. */
export const PHOTO_SIZE: Size = [48, 48];
/** The size [h,w] of its crops. */
export const CROP_SIZE: Size = [16, 16];
const PHOTO_SHAPE = [1, ...PHOTO_SIZE, 1];

/** The options of a call, as code. */
export const OUTSIDE_CODE: Readonly<Record<OutsideName, string>> = {
  zeros: "{ paddingMode: 'zeros' }",
  border: "{ paddingMode: 'border' }",
  reflection: "{ paddingMode: 'reflection' }",
  wrap: "{ paddingMode: 'wrap' }",
  'border, fill': "{ paddingMode: 'border', outside: 'fill' }",
};

/** What is read of the photo in a box in its pixels. */
export function edgeCrop(box: Corners, outside: OutsideName, size: Size = CROP_SIZE): Float32Array {
  const theta = thetaOf(normalisedBox(box, PHOTO_SIZE, false));
  return affineSample(EDGE_PHOTO, PHOTO_SHAPE, theta, optionsOf(outside, size));
}

/** The mean squared difference of a crop from a target. */
export function lossOf(crop: Float32Array, target: Float32Array): number {
  return crop.reduce((sum, value, k) => sum + (value - target[k]) ** 2, 0) / crop.length;
}

/** The loss of a box in pixels, and its gradient to the box from -1 to 1. */
export function edgeLoss(
  box: Corners,
  target: Float32Array,
  outside: OutsideName,
): { loss: number; gradient: Float32Array } {
  const crop = edgeCrop(box, outside);
  const theta = thetaOf(normalisedBox(box, PHOTO_SIZE, false));
  const dy = crop.map((value, k) => (2 * (value - target[k])) / crop.length);
  const attrs = optionsOf(outside, CROP_SIZE);
  const dtheta = affineSampleGradTheta(dy, [1, ...CROP_SIZE, 1], EDGE_PHOTO, PHOTO_SHAPE, theta, attrs);
  const gradient = new Float32Array(4);
  writeBoxGradients(gradient, dtheta, 2);
  return { loss: lossOf(crop, target), gradient };
}

function optionsOf(outside: OutsideName, size: Size): AffinePointGradientAttrs {
  const isFilled = outside === 'border, fill';
  const paddingMode: PaddingMode = isFilled ? 'border' : outside;
  return { ...PLAIN_OPTIONS, paddingMode, size, cutoff: isFilled ? 0.5 : Number.POSITIVE_INFINITY };
}
