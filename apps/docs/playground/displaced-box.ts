import { type PhotoBox, type PixelSize, wrapDegrees } from './box.js';

/** A box that is clearly off its target: moved by most of its size to where there is more room, larger, and turned. */
export function displacedBox(target: PhotoBox, photo: PixelSize): PhotoBox {
  const side = (middle: number, length: number) => (middle < length / 2 ? 1 : -1);
  return {
    cx: target.cx + 0.7 * Math.abs(target.w) * side(target.cx, photo.width),
    cy: target.cy + 0.5 * Math.abs(target.h) * side(target.cy, photo.height),
    w: target.w * 1.2,
    h: target.h * 1.1,
    angle: wrapDegrees(target.angle + 12),
  };
}

/** A target for a photo that nothing is known of: a square in the middle, of two fifths of its shorter side. */
export function middleBox({ width, height }: PixelSize): PhotoBox {
  const side = Math.max(1, 0.4 * Math.min(width, height));
  return { cx: width / 2, cy: height / 2, w: side, h: side, angle: 0 };
}
