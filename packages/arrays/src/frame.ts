import type { BoxFormat, Fit } from './options.js';

/** A box in pixels: its centre, its sides, negative where it is mirrored, and how it is turned, in radians. */
export interface Frame {
  cx: number;
  cy: number;
  w: number;
  h: number;
  radians: number;
}

const corners = (x: number, y: number, x1: number, y1: number): Frame => ({
  cx: (x + x1) / 2,
  cy: (y + y1) / 2,
  w: x1 - x,
  h: y1 - y,
  radians: 0,
});

/** The frame that the numbers of a box say. */
export const FRAMES: Readonly<Record<Exclude<BoxFormat, 'quad'>, (box: readonly number[]) => Frame>> = {
  xyxy: ([x, y, x1, y1]) => corners(x, y, x1, y1),
  xywh: ([x, y, w, h]) => corners(x, y, x + w, y + h),
  cxcywh: ([cx, cy, w, h]) => ({ cx, cy, w, h, radians: 0 }),
  yxyx: ([y, x, y1, x1]) => corners(x, y, x1, y1),
  rotated: ([cx, cy, w, h, radians]) => ({ cx, cy, w, h, radians }),
};

/** The smallest frame with the same centre that holds this one and has the aspect ratio that `fit` asks for; the crop is [h,w]. */
export function fitted(frame: Frame, fit: Fit, [height, width]: readonly number[]): Frame {
  if (fit === 'stretch') return frame;
  const [across, down] = fit === 'square' ? [1, 1] : [width, height];
  const scale = Math.max(Math.abs(frame.w) / across, Math.abs(frame.h) / down);
  return { ...frame, w: signOf(frame.w) * scale * across, h: signOf(frame.h) * scale * down };
}

/** The affine theta [2,3] that crops a frame out of an image, row by row: maps [-1, 1] of the crop to that of the image. */
export function thetaOfFrame({ cx, cy, w, h, radians }: Frame, width: number, height: number): number[] {
  const c = Math.cos(radians);
  const s = Math.sin(radians);
  return [
    (w / width) * c,
    (h / width) * s,
    (2 * cx) / width - 1,
    (-w / height) * s,
    (h / height) * c,
    (2 * cy) / height - 1,
  ];
}

/** -1 where a side is mirrored, and 1 elsewhere, along a side of no length too. */
function signOf(side: number): number {
  return side < 0 ? -1 : 1;
}
