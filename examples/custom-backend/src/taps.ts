import type { SampleAttrs } from '@cropgrad/core/backend';

/** The pixel of a tap that lies outside the image and reads `fillValue`. */
export const OUTSIDE = -1;

/** One pixel that one point of the grid reads. */
interface Tap {
  /** Which point, counted through [N,h,w]. */
  point: number;
  /** Which pixel, counted through [B,H,W], or OUTSIDE. */
  pixel: number;
  weight: number;
  /** The derivatives of the weight by the point's x and y. */
  slopeX: number;
  slopeY: number;
}

/** Every tap of every point of a grid [N,h,w,2] on images [B,H,W,C]. */
export function* tapsOf(grid: Float32Array, imageShape: readonly number[], attrs: SampleAttrs): Generator<Tap> {
  const [, height, width] = imageShape;
  const points = grid.length / 2;
  const perCrop = points / attrs.imageIndex.length;
  for (let point = 0; point < points; point++) {
    const [gx, gy] = grid.subarray(2 * point);
    const xTaps = readTaps(axisTaps(gx, width, attrs), width, attrs);
    const yTaps = readTaps(axisTaps(gy, height, attrs), height, attrs);
    if (xTaps.length === 0 || yTaps.length === 0) {
      yield { point, pixel: OUTSIDE, weight: 1, slopeX: 0, slopeY: 0 };
    }
    const firstPixel = attrs.imageIndex[Math.floor(point / perCrop)] * height * width;
    for (const y of yTaps) {
      for (const x of xTaps) {
        const isInside = x.index >= 0 && x.index < width && y.index >= 0 && y.index < height;
        yield {
          point,
          pixel: isInside ? firstPixel + y.index * width + x.index : OUTSIDE,
          weight: x.weight * y.weight,
          slopeX: x.slope * y.weight,
          slopeY: x.weight * y.slope,
        };
      }
    }
  }
}

/** One pixel that a coordinate reads along one axis; its slope is the derivative of its weight by g. */
interface AxisTap {
  index: number;
  weight: number;
  slope: number;
}

/** The two pixels around a coordinate g; none if both are outside, g is cut off, or g is not finite. */
function axisTaps(g: number, size: number, { alignCorners, cutoff }: SampleAttrs): AxisTap[] {
  const pixelsPerUnit = (alignCorners ? size - 1 : size) / 2;
  const x = (g + 1) * pixelsPerUnit - (alignCorners ? 0 : 0.5);
  if (!(x >= -1 && x < size)) return [];
  if (x < -cutoff || x > size - 1 + cutoff) return [];
  const i = Math.floor(x);
  const t = x - i;
  return [
    { index: i, weight: 1 - t, slope: -pixelsPerUnit },
    { index: i + 1, weight: t, slope: pixelsPerUnit },
  ];
}

/** All taps, but a fill that is not finite only if its weight is more than rounding can cause. */
function readTaps(taps: AxisTap[], size: number, { fillValue }: SampleAttrs): AxisTap[] {
  if (Number.isFinite(fillValue)) return taps;
  const most = 8 * 2 ** -24 * size;
  return taps.filter(({ index, weight }) => (index >= 0 && index < size) || weight > most);
}
